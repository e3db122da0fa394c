using SearchIndex.Server.Pages;

namespace SearchIndex.Server.Tests.Pages;

public sealed class HtmlTests
{
    [Fact]
    public void Of_TextInHole_IsEscaped()
    {
        string title = "<script>alert('x')</script> & \"北约\"";

        Html html = Html.Of($"<b title=\"{title}\">{title}</b>");

        const string Escaped = "&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt; &amp; &quot;北约&quot;";
        Assert.Equal($"<b title=\"{Escaped}\">{Escaped}</b>", html.ToString());
    }

    [Fact]
    public void Of_MarkupInHole_StaysMarkup()
    {
        Html inner = Html.Of($"<i>{"&"}</i>");

        Html html = Html.Of($"<b>{inner}{new[] { inner, inner }}{7}</b>");

        Assert.Equal("<b><i>&amp;</i><i>&amp;</i><i>&amp;</i>7</b>", html.ToString());
    }

    [Theory]
    [InlineData("\ud800")]
    [InlineData("a\udc00b")]
    [InlineData("\0\u0001\u001b")]
    [InlineData("\ufffe\uffff")]
    public void Text_CharactersThatAreNoText_DoNotPass(string text)
    {
        string markup = Html.Text(text).ToString();

        Assert.DoesNotContain(markup, char.IsSurrogate);
        Assert.DoesNotContain(markup, character => char.IsControl(character) || character >= 0xFFFE);
    }

    [Fact]
    public void Text_Null_IsNothing() => Assert.Equal(string.Empty, Html.Text(null).ToString() + Html.None + default(Html));
}
