using System.Net;
using System.Text.RegularExpressions;
using SearchIndex.News.Ingest;
using SearchIndex.News.Query;
using SearchIndex.News.Query.Facets;
using SearchIndex.News.Query.Status;
using SearchIndex.News.Variants;
using SearchIndex.Server.Pages;
using SearchIndex.Server.Pages.Status;
using SearchIndex.Testing;

namespace SearchIndex.Server.Tests.Pages.Status;

public sealed class StatusPageTests
{
    [Fact]
    public async Task Status_Archive_SaysWhatIsIndexed()
    {
        using var articles = new ArticleFolder();
        articles.AddUsual();
        await File.WriteAllTextAsync(Path.Combine(articles.Articles, "empty.txt"), " ");
        await articles.IndexAsync();
        using var folder = new TemporaryFolder();
        string queries = folder.Write("queries.tsv", "hayashi\t林芳正\t\t日本外相\n");
        await using RunningService service = await RunningService.StartAsync(new SearchServiceOptions { Collections = [new() { IndexFolder = articles.Index, QueriesFile = queries }] });

        string page = await service.GetPageAsync("/status", language: "en");
        string version = NewsSearcher.Open(articles.Index).Version;

        Assert.Contains($"<dd class=\"code\">{version}</dd>", page, StringComparison.Ordinal);
        Assert.Contains("1 of 5 files", page, StringComparison.Ordinal);
        Assert.Contains($"<dt>{StatusText.English.Empty}</dt><dd>1</dd>", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/?outlet=dw\" lang=\"zh\"", page, StringComparison.Ordinal);
        Assert.Contains("<td>2023-05</td><td>2024-07</td>", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/?outlet=rfi&amp;period=2024-03\">1</a>", page, StringComparison.Ordinal);
        Assert.Contains($"{VariantTable.Embedded.Groups.Count:N0} groups", page, StringComparison.Ordinal);
        Assert.Contains("/queries/hayashi.atom", page, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2023", "<h3 id=\"months\">Months of 2023</h3>")]
    [InlineData("1999", "<h3 id=\"months\">Months of 2024</h3>")]
    [InlineData("<b>", "<h3 id=\"months\">Months of 2024</h3>")]
    public async Task Status_Year_ShowsItsMonthsOrThoseOfTheNewest(string year, string heading)
    {
        using var articles = new ArticleFolder();
        await articles.AddUsual().IndexAsync();
        await using RunningService service = await RunningService.StartAsync(articles.Index);

        string page = await service.GetPageAsync($"/status?year={Uri.EscapeDataString(year)}", language: "en");

        Assert.Contains(heading, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_NoIndex_SaysSo()
    {
        using var folder = new TemporaryFolder();
        await using RunningService service = await RunningService.StartAsync(folder.At("index"));

        string page = await service.GetPageAsync("/status", HttpStatusCode.ServiceUnavailable);

        Assert.Contains(PageText.Hans.NoIndexTitle, page, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_ManyOutletsAndMonths_StaysShort()
    {
        const int Outlets = 500;
        const int Months = 1200;
        OutletCount[] outlets = [.. Enumerable.Range(0, Outlets).Select(number => new OutletCount($"o{number}", $"第{number}报", Months))];
        TimelineCount[] ofMonth = [.. outlets.Select(outlet => new TimelineCount(outlet.Id, 1, 1))];
        TimelineStep[] steps = [.. Enumerable.Range(0, Months).Select(month => new TimelineStep($"{1900 + (month / 12)}-{(month % 12) + 1:00}", Outlets, Outlets, ofMonth))];

        string page = Render(Status(outlets, new Timeline(TimelineInterval.Month, steps, Undated: 7)), PageText.English);

        Assert.InRange(page.Length, 1, 200_000);
        Assert.Contains("440 more outlets", page, StringComparison.Ordinal);
        Assert.Contains(StatusText.English.EarlierYears, page, StringComparison.Ordinal);
        Assert.Contains("7 articles have no date", page, StringComparison.Ordinal);
        Assert.Equal(12, Regex.Count(page, "<tr><th scope=\"row\">1999-"));
    }

    [Fact]
    public void Render_NothingIndexed_IsAPage()
    {
        string page = Render(Status([], new Timeline(TimelineInterval.Month, [], Undated: 0)), PageText.Hant);

        Assert.Contains($"<h1>{StatusText.Hant.Title}</h1>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_EveryKindOfProblem_HasAName()
    {
        ProblemCount[] problems = [.. Enum.GetValues<ArticleProblemKind>().Select(kind => new ProblemCount(kind, 1))];
        ArchiveStatus status = Status([], new Timeline(TimelineInterval.Month, [], Undated: 0)) with { Problems = problems };

        foreach (StatusText words in new[] { StatusText.English, StatusText.Hans, StatusText.Hant })
        {
            Assert.Equal(problems.Length, problems.Select(problem => words.NameOf(problem.Kind)).Distinct().Count());
        }

        Assert.Contains(StatusText.Hans.TooLarge, Render(status with { Stats = status.Stats with { Problems = problems.Length } }, PageText.Hans), StringComparison.Ordinal);
    }

    private static ArchiveStatus Status(OutletCount[] outlets, Timeline months)
    {
        var stats = new IndexStats
        {
            Articles = outlets.Sum(outlet => outlet.Articles),
            Segments = 1,
            SizeBytes = 1,
            Generation = 1,
            BuiltAt = null,
            Copies = 0,
            Problems = 0,
            Oldest = null,
            Newest = null,
            Outlets = outlets,
            Scripts = new Dictionary<string, int>(),
        };
        return new ArchiveStatus(stats, "version", months, Problems: null);
    }

    private static string Render(ArchiveStatus status, PageText text) => new StatusPage(text, status).Render(year: null, VariantTable.Empty, []).ToString();
}
