using System.Text;
using System.Xml.Linq;
using SearchIndex.News.Ingest;
using SearchIndex.News.Query;
using SearchIndex.Server.Feeds;
using SearchIndex.Server.Pages;

namespace SearchIndex.Server.Tests.Feeds;

public sealed class SearchFeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public void Atom_HasAnEntryForEachHit()
    {
        XElement feed = Parse(FeedFormat.Atom);

        Assert.Equal("http://host.example/?q=%E5%8C%97%E7%BA%A6", feed.Element(Atom + "id")!.Value);
        Assert.Equal("2023-05-10T08:00:00Z", feed.Element(Atom + "updated")!.Value);
        XElement[] entries = [.. feed.Elements(Atom + "entry")];
        Assert.Equal(2, entries.Length);
        Assert.Equal("http://host.example/articles/id1", entries[0].Element(Atom + "id")!.Value);
        Assert.Equal("陈大文", entries[0].Element(Atom + "author")!.Element(Atom + "name")!.Value);
        Assert.Equal("新报", entries[1].Element(Atom + "author")!.Element(Atom + "name")!.Value);
    }

    [Fact]
    public void Rss_HasAnItemForEachHit()
    {
        XElement[] items = [.. Parse(FeedFormat.Rss).Element("channel")!.Elements("item")];

        Assert.Equal(["Wed, 10 May 2023 08:00:00 GMT", null], items.Select(item => item.Element("pubDate")?.Value));
    }

    [Fact]
    public void Write_HostileTitle_IsEscaped()
    {
        XElement feed = Parse(FeedFormat.Atom);

        Assert.Equal("</title><script>\uFFFD\uFFFD&", feed.Elements(Atom + "entry").Last().Element(Atom + "title")!.Value);
    }

    private static XElement Parse(FeedFormat format)
    {
        SearchHit first = Hit("id1", "北约", "陈大文", new DateTimeOffset(2023, 5, 10, 8, 0, 0, TimeSpan.Zero));
        SearchHit second = Hit("id2", "</title><script>\0\uD800&", author: null, published: null);
        FeedEntry[] entries = [new(first, first.Published), new(second, second.Published)];
        byte[] bytes = new SearchFeed(archive: null, "北约", entries, new PageLinks("http://host.example"), "http://host.example/?q=%E5%8C%97%E7%BA%A6").Write(format);
        return XElement.Parse(Encoding.UTF8.GetString(bytes));
    }

    private static SearchHit Hit(string id, string title, string? author, DateTimeOffset? published) => new()
    {
        Id = id,
        Score = 1,
        Title = title,
        TitleMarks = [],
        TitleSourceRange = null,
        Url = null,
        Outlet = new HitOutlet("xinbao.example", "新报"),
        Author = author,
        Published = published,
        Script = ArticleScript.Hans,
        Source = "a.md",
        MatchedForms = [],
        Occurrences = 0,
        Passages = [],
        VersionCount = 0,
        Versions = [],
    };
}
