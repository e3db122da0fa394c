using SearchIndex.Testing;

namespace SearchIndex.News.Tests.Updates;

/// <summary>A folder of articles and an index that is kept up to date with it.</summary>
internal sealed class UpdateFolder : IDisposable
{
    private static readonly DateTime LongAgo = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly TemporaryFolder _folder = new();

    public UpdateFolder()
    {
        Directory.CreateDirectory(Articles);
    }

    public string Articles => _folder.At("articles");

    public string Index => _folder.At("index");

    public string At(string name) => Path.Combine(Articles, name);

    /// <summary>Writes an article whose time is long ago, so that it need not be read again to be known as the same.</summary>
    public UpdateFolder Write(string name, string title, string? url = null, string date = "2024-03-01", int age = 0)
    {
        string from = url is null ? string.Empty : $"from: {url}\n";
        _folder.Write(Path.Combine("articles", name), $"---\ntitle: {title}\ndate: {date}\n{from}---\n\n<p>{title}的正文。</p>\n");
        return Settle(name, age);
    }

    /// <summary>Writes a file that need not be an article.</summary>
    public UpdateFolder WriteFile(string name, string text)
    {
        _folder.Write(Path.Combine("articles", name), text);
        return Settle(name);
    }

    /// <summary>Gives a file a time of long ago.</summary>
    public UpdateFolder Settle(string name, int age = 0)
    {
        File.SetLastWriteTimeUtc(At(name), LongAgo.AddMinutes(-age));
        return this;
    }

    public UpdateReport Update(params string[] names) => UpdateAsync(null, CancellationToken.None, names).GetAwaiter().GetResult();

    public Task<UpdateReport> UpdateAsync(IProgress<IngestProgress>? progress, CancellationToken cancellation, params string[] names) =>
        NewsIndexer.UpdateAsync(
            names.Length == 0 ? [Articles] : [.. names.Select(At)], Index, new UpdateOptions { Threads = 2 }, progress, cancellation);

    public IngestReport Rebuild(string? index = null) =>
        NewsIndexer.RebuildAsync([Articles], index ?? Index, new RebuildOptions { Threads = 1 }, null, CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>Returns what the index holds.</summary>
    public string[] Contents() => IndexContents.Read(Index);

    /// <summary>Returns what a rebuild of the same files makes.</summary>
    public string[] FreshContents()
    {
        using var fresh = new TemporaryFolder();
        Rebuild(fresh.Path);
        return IndexContents.Read(fresh.Path);
    }

    public void Dispose() => _folder.Dispose();
}
