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
        _service = await RunningService.StartAsync(_articles.Index);
    }

    public async Task DisposeAsync() => await Service.DisposeAsync();

    public void Dispose() => _articles.Dispose();
}
