using SearchIndex.News.Query;
using SearchIndex.Testing;

namespace SearchIndex.News.Tests.Suggestions;

/// <summary>The sample archive of the repository, indexed once, with its suggestions ready.</summary>
public sealed class SampleArchiveIndex : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private NewsSearcher? _searcher;

    public NewsSearcher Searcher => _searcher!;

    public async Task InitializeAsync()
    {
        string index = _folder.At("index");
        await NewsIndexer.RebuildAsync([RepositoryFolder.At("index-data", "articles")], index, new RebuildOptions(), null, CancellationToken.None);
        _searcher = NewsSearcher.Open(index);
        await _searcher.PrepareSuggestionsAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _searcher?.Dispose();
        _folder.Dispose();
    }
}
