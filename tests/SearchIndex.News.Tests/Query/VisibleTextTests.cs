using SearchIndex.News.Query;

namespace SearchIndex.News.Tests.Query;

public sealed class VisibleTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a/北约 “2+2” 𠮷.txt", "a/北约 “2+2” 𠮷.txt")]
    [InlineData("two\nlines\r\t", "two\\nlines\\r\\t")]
    [InlineData("\u001b[31mred", "\\u001b[31mred")]
    [InlineData("gpj\u202Eexe", "gpj\\u202eexe")]
    [InlineData("a\u2028b", "a\\u2028b")]
    [InlineData("C:\\news", "C:\\news")]
    public void Escape_ControlAndFormatCharacters_BecomeVisible(string text, string expected) => Assert.Equal(expected, VisibleText.Escape(text));

    [Fact]
    public void Escape_LoneSurrogate_BecomesVisible() => Assert.Equal("a\\ud800b\\udc00", VisibleText.Escape("a\ud800b\udc00"));
}
