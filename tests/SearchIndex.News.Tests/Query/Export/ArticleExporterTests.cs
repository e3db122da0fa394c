using System.Text;
using System.Text.Json;
using SearchIndex.News.Ingest;
using SearchIndex.News.Query;
using SearchIndex.News.Query.Export;

namespace SearchIndex.News.Tests.Query.Export;

public sealed class ArticleExporterTests
{
    private static readonly ExportedArticle Plain = new()
    {
        Rank = 1,
        Score = 1.5f,
        Id = "0123456789abcdef",
        Title = "北约，东京",
        Outlet = new HitOutlet("xinbao.example", "新报"),
        Author = "陈大文",
        Published = new DateTimeOffset(2023, 5, 10, 8, 0, 0, TimeSpan.Zero),
        Script = ArticleScript.Hans,
        Url = "https://www.xinbao.example/a",
        Source = "a/b.md",
        Query = "北约",
        IndexVersion = "ff00",
    };

    private static readonly ExportedArticle Hostile = Plain with
    {
        Title = "=HYPERLINK(\"x\")\r\n{50%} & \\",
        Author = null,
        Published = null,
        Url = null,
        Query = "-1+2, \"a\"",
    };

    [Fact]
    public async Task Csv_QuotesAndDefusesFormulas()
    {
        string text = await Write(ExportFormat.Csv, Plain, Hostile);

        Assert.Equal(
            "\uFEFFrank,score,id,title,outlet,outlet_name,author,published,script,url,source,query,index_version\r\n"
            + "1,1.5,0123456789abcdef,北约，东京,xinbao.example,新报,陈大文,2023-05-10T08:00:00Z,hans,https://www.xinbao.example/a,a/b.md,北约,ff00\r\n"
            + "1,1.5,0123456789abcdef,\"'=HYPERLINK(\"\"x\"\") {50%} & \\\",xinbao.example,新报,,,hans,,a/b.md,\"'-1+2, \"\"a\"\"\",ff00\r\n",
            text);
    }

    [Fact]
    public async Task JsonLines_AreObjects()
    {
        string text = await Write(ExportFormat.JsonLines, Plain, Hostile);

        string[] lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.Equal("北约，东京", JsonDocument.Parse(lines[0]).RootElement.GetProperty("title").GetString());
        Assert.Equal(Hostile.Title, JsonDocument.Parse(lines[1]).RootElement.GetProperty("title").GetString());
    }

    [Fact]
    public async Task Ris_HasALineForEachTag()
    {
        string text = await Write(ExportFormat.Ris, Plain);

        Assert.Equal(
            "TY  - NEWS\r\nID  - 0123456789abcdef\r\nTI  - 北约，东京\r\nAU  - 陈大文\r\nT2  - 新报\r\nPY  - 2023\r\nDA  - 2023/05/10\r\n"
            + "UR  - https://www.xinbao.example/a\r\nLA  - zh\r\nN1  - query: 北约; index: ff00; file: a/b.md\r\nER  - \r\n\r\n",
            text);
    }

    [Fact]
    public async Task BibTeX_EscapesWhatTeXWouldRead()
    {
        string text = await Write(ExportFormat.BibTeX, Hostile);

        Assert.Contains("title = {{=HYPERLINK(\"x\") \\{50\\%\\} \\& \\textbackslash{}}},", text, StringComparison.Ordinal);
        Assert.DoesNotContain("author", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CslJson_IsAnArrayOfItems()
    {
        JsonElement items = JsonDocument.Parse(await Write(ExportFormat.CslJson, Plain, Hostile)).RootElement;

        Assert.Equal(2, items.GetArrayLength());
        Assert.Equal("[[2023,5,10]]", items[0].GetProperty("issued").GetProperty("date-parts").GetRawText());
        Assert.Equal("陈大文", items[0].GetProperty("author")[0].GetProperty("literal").GetString());
        Assert.False(items[1].TryGetProperty("issued", out _));
        Assert.Equal(0, JsonDocument.Parse(await Write(ExportFormat.CslJson)).RootElement.GetArrayLength());
    }

    [Fact]
    public void Export_OfSearch_IsEveryHitInOrder()
    {
        using SmallArchive archive = new LanguageArchive().Articles;
        var request = new SearchRequest { Query = "", Size = 1, Sort = SortOrder.Oldest };

        ExportedArticle[] exported = [.. archive.Searcher.Export(request)];

        Assert.Equal(["hans.md", "hant.md", "other.md", "undated.md"], exported.Select(article => article.Source));
        Assert.Equal([1, 2, 3, 4], exported.Select(article => article.Rank));
        Assert.Single(exported.Select(article => article.IndexVersion).Distinct());
    }

    private static async Task<string> Write(ExportFormat format, params ExportedArticle[] articles)
    {
        using var stream = new MemoryStream();
        await ArticleExporter.Of(format).WriteAsync(articles, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
