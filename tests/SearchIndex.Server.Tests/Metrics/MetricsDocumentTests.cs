using System.Text.Json;
using System.Text.RegularExpressions;
using SearchIndex.Testing;

namespace SearchIndex.Server.Tests.Metrics;

/// <summary>What the documents and the dashboard say of the numbers is what the service tells.</summary>
public sealed partial class MetricsDocumentTests : IAsyncLifetime, IDisposable
{
    private readonly ArticleFolder _articles = new();
    private Exposition? _metrics;

    /// <summary>Has everything happen that makes a series.</summary>
    public async Task InitializeAsync()
    {
        await _articles.AddUsual().IndexAsync();
        await using RunningService service = await RunningService.StartAsync(_articles.Index, _articles.Articles);
        await service.GetJsonAsync("/api/v1/search?q=林芳正");
        await service.Client.GetStringAsync("/api/v1/export");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        do
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), patience.Token);
            _metrics = Exposition.Parse(await service.Client.GetStringAsync("/metrics"));
        }
        while (_metrics.Metrics.Any(metric => metric.Samples.Count == 0));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _articles.Dispose();

    [Fact]
    public void Document_Table_IsWhatTheServiceTells()
    {
        string[] rows = [.. File.ReadLines(RepositoryFolder.At("docs/operating.md")).Where(line => TableRow().IsMatch(line))];

        Assert.Equal(_metrics!.Metrics.Select(Row).Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Document_Metrics_Exist() => AssertExist(File.ReadAllText(RepositoryFolder.At("docs/operating.md")));

    [Fact]
    public void Dashboard_Metrics_Exist()
    {
        using JsonDocument dashboard = JsonDocument.Parse(File.ReadAllBytes(RepositoryFolder.At("packaging/grafana-dashboard.json")));
        string[] expressions = [.. ValuesOf(dashboard.RootElement, "expr")];

        Assert.NotEmpty(expressions);
        Assert.All(expressions, AssertExist);
    }

    [Fact]
    public void Dashboard_Labels_Exist()
    {
        using JsonDocument dashboard = JsonDocument.Parse(File.ReadAllBytes(RepositoryFolder.At("packaging/grafana-dashboard.json")));
        // The service of this test has one archive, which needs no name.
        HashSet<string> known = ["job", "instance", "le", "collection", .. _metrics!.Samples.SelectMany(sample => sample.Labels).Select(label => label.Name)];
        string[] named =
        [
            .. ValuesOf(dashboard.RootElement, "expr").SelectMany(text => Selectors().Matches(text)).SelectMany(match => Words().Matches(match.Value)).Select(match => match.Groups[1].Value),
            .. ValuesOf(dashboard.RootElement, "expr").SelectMany(text => Groupings().Matches(text)).SelectMany(match => match.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries)),
        ];

        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.Contains(name, known));
    }

    [Fact]
    public void Dashboard_Panels_HaveIdsOfTheirOwnAndDoNotOverlap()
    {
        using JsonDocument dashboard = JsonDocument.Parse(File.ReadAllBytes(RepositoryFolder.At("packaging/grafana-dashboard.json")));
        JsonElement[] panels = [.. dashboard.RootElement.GetProperty("panels").EnumerateArray()];
        (int, int)[] cells = [.. panels.Select(panel => panel.GetProperty("gridPos")).SelectMany(place =>
            from x in Enumerable.Range(place.GetProperty("x").GetInt32(), place.GetProperty("w").GetInt32())
            from y in Enumerable.Range(place.GetProperty("y").GetInt32(), place.GetProperty("h").GetInt32())
            select (x, y))];

        Assert.Distinct(panels.Select(panel => panel.GetProperty("id").GetInt32()));
        Assert.Distinct(cells);
        Assert.All(cells, cell => Assert.InRange(cell.Item1, 0, 23));
    }

    private static string Row(Exposition.Metric metric)
    {
        string[] labels = [.. metric.Samples.SelectMany(sample => sample.Labels).Select(label => label.Name).Distinct().Where(name => name != "le")];
        string told = labels.Length == 0 ? string.Empty : string.Join(", ", labels.Select(label => $"`{label}`"));
        return $"| `{metric.Name}` | {metric.Type} | {told} | {metric.Help} |";
    }

    private void AssertExist(string text)
    {
        HashSet<string> known = [.. _metrics!.Metrics.Select(metric => metric.Name), .. _metrics.Samples.Select(sample => sample.Name)];
        string[] named = [.. MetricNames().Matches(text).Select(match => match.Value)];

        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.Contains(name, known));
    }

    private static IEnumerable<string> ValuesOf(JsonElement element, string name) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member =>
            member.Name == name && member.Value.ValueKind == JsonValueKind.String ? [member.Value.GetString()!] : ValuesOf(member.Value, name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => ValuesOf(item, name)),
        _ => [],
    };

    [GeneratedRegex(@"^\| `\w+` \| (counter|gauge|histogram) \|")]
    private static partial Regex TableRow();

    [GeneratedRegex(@"\b(searchindex|process|dotnet)_[a-z_]+\b")]
    private static partial Regex MetricNames();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Selectors();

    [GeneratedRegex(@"(\w+)\s*(=~|!~|!=|=)")]
    private static partial Regex Words();

    [GeneratedRegex(@"\bby \(([^)]*)\)")]
    private static partial Regex Groupings();
}
