using System.Net;
using System.Text.RegularExpressions;
using SearchIndex.News.Query;
using SearchIndex.Server.Pages;

namespace SearchIndex.Server.Tests.Pages;

public sealed class ArchivesPageTests
{
    private static readonly PageText[] Languages = [PageText.Hans, PageText.Hant, PageText.English];

    private static readonly PageText InArchive = PageText.English with { ArchiveTitle = "晨星 & <Co>", IsOneOfSeveral = true, Links = new PageLinks("/collections/one") };

    [Fact]
    public void Render_EachArchive_HasItsNumbersAndItsOwnSearch()
    {
        foreach (PageText text in Languages)
        {
            string page = ArchivesPage.Render(text, [new("晨星", "/collections/one", Stats()), new("海峡", "/collections/two", Stats())]).ToString();

            foreach ((string title, string path) in new[] { ("晨星", "/collections/one"), ("海峡", "/collections/two") })
            {
                Assert.Contains($"<h2><a href=\"{path}/\">{title}</a></h2>", page, StringComparison.Ordinal);
                Assert.Contains($"aria-label=\"{PageText.Fill(text.Tools.SearchArchive, title)}\" action=\"{path}/\" method=\"get\"", page, StringComparison.Ordinal);
            }

            Assert.Contains($"<dt>{text.Articles}</dt><dd>1,234</dd>", page, StringComparison.Ordinal);
            Assert.Contains($"<dt>{text.Outlets}</dt><dd>2</dd>", page, StringComparison.Ordinal);
            Assert.Contains($"<dt>{text.Span}</dt><dd><time datetime=\"2020-12-08T00:00:00Z\">2020-12-08</time> – <time datetime=\"2024-07-28T11:07:48Z\">2024-07-28</time></dd>", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Render_ArchiveWithoutIndex_SaysSoAndHasNothingToSearch()
    {
        string page = ArchivesPage.Render(PageText.English, [new("New", "/collections/new", Stats: null)]).ToString();

        Assert.Contains($"<p class=\"note\">{PageText.English.NoIndexTitle}</p>", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/collections/new/\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_NoArticles_HasNoDates()
    {
        IndexStats empty = Stats() with { Articles = 0, Outlets = [], Oldest = null, Newest = null };

        string page = ArchivesPage.Render(PageText.English, [new("Empty", "/collections/empty", empty)]).ToString();

        Assert.DoesNotContain("<time", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_Page_LeadsToNoPageOfOneArchive()
    {
        foreach (string page in new[] { ArchivesPage.Render(PageText.English, []).ToString(), MessagePage.NotFoundOutside(PageText.English).ToString() })
        {
            Assert.DoesNotContain("/status", page, StringComparison.Ordinal);
            Assert.DoesNotContain("/openapi", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<form", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Render_TitleWithMarkup_IsText()
    {
        string page = ArchivesPage.Render(PageText.English, [new("<script>\"", "/collections/x", Stats())]).ToString();

        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;&quot;", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Masthead_InAnArchive_HasItsTitleAndTheWayToTheOthers()
    {
        foreach (PageText text in Languages.Select(text => text with { ArchiveTitle = InArchive.ArchiveTitle, IsOneOfSeveral = true, Links = InArchive.Links }))
        {
            string page = MessagePage.NotFound(text).ToString();

            Assert.Contains("<a class=\"site-name\" href=\"/collections/one/\">晨星 &amp; &lt;Co&gt;</a>", page, StringComparison.Ordinal);
            Assert.Contains($"<a class=\"all-archives\" href=\"/\">{text.Tools.AllArchives}</a>", page, StringComparison.Ordinal);
            Assert.Contains($"<title>{WebUtility.HtmlEncode(text.NotFoundTitle)} – 晨星 &amp; &lt;Co&gt;</title>", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void FrontPage_OfAnArchive_HasItsTitleAndTheWayToTheOthers()
    {
        string front = FrontPage.Render(InArchive, Stats()).ToString();
        string withoutIndex = MessagePage.NoIndex(InArchive).ToString();

        Assert.Contains("<h1>晨星 &amp; &lt;Co&gt;</h1>", front, StringComparison.Ordinal);
        Assert.All([front, withoutIndex], page =>
        {
            Assert.Single(Regex.Matches(page, "href=\"/\""));
            Assert.Contains("<title>晨星 &amp; &lt;Co&gt; – ", page, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Masthead_OfTheOnlyArchive_HasNoOthers()
    {
        foreach (string page in new[] { MessagePage.NotFound(PageText.English).ToString(), FrontPage.Render(PageText.English, Stats()).ToString() })
        {
            Assert.DoesNotContain(PageText.English.Tools.AllArchives, page, StringComparison.Ordinal);
        }
    }

    private static IndexStats Stats() => new()
    {
        Articles = 1234,
        Segments = 1,
        SizeBytes = 1,
        Generation = 1,
        BuiltAt = null,
        Copies = 0,
        Problems = 0,
        Oldest = new DateTimeOffset(2020, 12, 8, 0, 0, 0, TimeSpan.Zero),
        Newest = new DateTimeOffset(2024, 7, 28, 11, 7, 48, TimeSpan.Zero),
        Outlets = [new OutletCount("one", "晨星", 1000), new OutletCount("two", "海峡", 234)],
        Scripts = new Dictionary<string, int>(),
    };
}
