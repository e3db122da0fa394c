using System.Net;
using System.Text.Json;
using SearchIndex.Testing;

namespace SearchIndex.Server.Tests.Health;

/// <summary>What the service says of its index and disk.</summary>
public sealed class ReadinessTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    [Fact]
    public async Task Index_ThatIsThere_IsReady()
    {
        using ArticleFolder articles = new ArticleFolder().AddUsual();
        await articles.IndexAsync();
        await using RunningService service = await RunningService.StartAsync(articles.Index);

        Assert.Equal("""200 {"status":"ready","problems":[]}""", await ReadyAsync(service));
    }

    [Fact]
    public async Task Index_ThatIsNotThere_IsUnready()
    {
        using var folder = new TemporaryFolder();
        await using RunningService service = await RunningService.StartAsync(folder.At("none"));

        Assert.Equal("""503 {"status":"unready","problems":[{"part":"index","status":"unready","detail":"there is no index yet"}]}""", await ReadyAsync(service));
    }

    [Fact]
    public async Task Index_ThatCannotBeRead_IsUnready()
    {
        using ArticleFolder articles = new ArticleFolder().AddUsual();
        await articles.IndexAsync();
        await BreakAsync(articles.Index);
        await using RunningService service = await RunningService.StartAsync(articles.Index);

        Assert.Equal(
            """503 {"status":"unready","problems":[{"part":"index","status":"unready","detail":"the index cannot be read; the log says why"}]}""", await ReadyAsync(service));
    }

    [Fact]
    public async Task Commit_ThatCannotBeRead_IsDegraded_AndTheOlderOneAnswers()
    {
        using ArticleFolder articles = new ArticleFolder().AddUsual();
        await articles.IndexAsync();
        await using RunningService service = await RunningService.StartAsync(articles.Index);
        string good = Directory.GetFiles(articles.Index, "segments_*").Single();
        string newer = Path.Combine(articles.Index, "segments_9");

        await File.WriteAllTextAsync(newer, "no index at all");
        await UntilAsync(service, "degraded");
        JsonElement page = await service.GetJsonAsync("/api/v1/search?q=林芳正");
        string metrics = await service.Client.GetStringAsync("/metrics");
        string told = await ReadyAsync(service);
        File.Delete(newer);
        await UntilAsync(service, "ready");

        Assert.True(File.Exists(good));
        Assert.Equal(2, page.GetProperty("total").GetProperty("value").GetInt32());
        Assert.Contains("searchindex_index_unreadable 1\n", metrics, StringComparison.Ordinal);
        Assert.StartsWith("""200 {"status":"degraded","problems":[{"part":"index","status":"degraded","detail":"the newest commit""", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(long.MaxValue, "degraded")]
    [InlineData(0, "ready")]
    public async Task Disk_WithLessThanNeeded_IsDegraded(long reserve, string status)
    {
        using ArticleFolder articles = new ArticleFolder().AddUsual();
        await articles.IndexAsync();
        var options = new SearchServiceOptions { Collections = [new() { IndexFolder = articles.Index }], DiskReserveBytes = reserve };
        await using RunningService service = await RunningService.StartAsync(options);

        string told = await ReadyAsync(service);

        Assert.StartsWith($$"""200 {"status":"{{status}}",""", told, StringComparison.Ordinal);
        Assert.Equal(status == "degraded", told.Contains("\"part\":\"disk\"", StringComparison.Ordinal));
        Assert.DoesNotContain(articles.Index, told, StringComparison.Ordinal);
    }

    private static Task BreakAsync(string index) =>
        Task.WhenAll(Directory.GetFiles(index, "segments_*").Select(file => File.WriteAllTextAsync(file, "no index at all")));

    private static async Task UntilAsync(RunningService service, string status)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!(await ReadyAsync(service)).Contains($"{{\"status\":\"{status}\"", StringComparison.Ordinal))
        {
            await Task.Delay(Pause, patience.Token);
        }
    }

    private static async Task<string> ReadyAsync(RunningService service)
    {
        using HttpResponseMessage response = await service.Client.GetAsync("/health/ready");
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable);
        return $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}";
    }
}
