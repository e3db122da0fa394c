using SearchIndex.News.Ingest;

namespace SearchIndex.News.Tests.Ingest;

public sealed class CanonicalUrlTests
{
    [Theory]
    [InlineData("HTTPS://WWW.News.Example/Path/A", "https://www.news.example/Path/A")]
    [InlineData("https://news.example", "https://news.example/")]
    [InlineData("https://news.example:443/a", "https://news.example/a")]
    [InlineData("http://news.example:8080/a", "http://news.example:8080/a")]
    [InlineData("https://news.example/a#part", "https://news.example/a")]
    [InlineData("https://news.example/a?id=1&utm_source=x&UTM_medium=y", "https://news.example/a?id=1")]
    [InlineData("https://news.example/a?utm_source=x", "https://news.example/a")]
    [InlineData("https://news.example/a?fbclid=x&b=2&a=1", "https://news.example/a?b=2&a=1")]
    [InlineData("https://news.example/a?ocid=x&maca=y&at_medium=z&spm=q", "https://news.example/a")]
    [InlineData("https://news.example/a?", "https://news.example/a")]
    [InlineData("https://news.example/日本", "https://news.example/%E6%97%A5%E6%9C%AC")]
    [InlineData("https://news.example/%E6%97%A5 本", "https://news.example/%E6%97%A5%20%E6%9C%AC")]
    [InlineData("  https://news.example/a  ", "https://news.example/a")]
    [InlineData("https://user:secret@news.example/a", "https://news.example/a")]
    public void Of_Address_GivesTheCanonicalForm(string url, string expected)
    {
        Assert.Equal(expected, CanonicalUrl.Of(url));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("某处")]
    [InlineData("/a/b")]
    [InlineData("news.example/a")]
    [InlineData("mailto:a@news.example")]
    [InlineData("file:///etc/hosts")]
    [InlineData("http://")]
    public void Of_NoAddressOnTheWeb_IsNull(string? url)
    {
        Assert.Null(CanonicalUrl.Of(url));
        Assert.Null(CanonicalUrl.HostOf(url));
    }

    [Fact]
    public void Of_CanonicalForm_StaysAsItIs()
    {
        string canonical = CanonicalUrl.Of("https://News.Example/%e6%97%a5?q=日&x=%2F#y")!;

        Assert.Equal(canonical, CanonicalUrl.Of(canonical));
    }
}
