namespace SearchIndex.Server.Tests;

/// <summary>One service over the usual articles, for all tests that only read.</summary>
public sealed class UsualService : IAsyncLifetime, IDisposable
{
    private readonly ArticleFolder _articles = new();
    private RunningService? _service;

    internal RunningService Service => _service!;

    internal string Index => _articles.Index;

    public async Task InitializeAsync()
    {
        await _articles.AddUsual().IndexAsync();

        // A machine that does much else must not turn slow answers into refusals.
        _service = await RunningService.StartAsync(new SearchServiceOptions { Collections = [new() { IndexFolder = _articles.Index }], QueryTimeout = TimeSpan.FromMinutes(5) });
    }

    public async Task DisposeAsync() => await Service.DisposeAsync();

    public void Dispose() => _articles.Dispose();
}
