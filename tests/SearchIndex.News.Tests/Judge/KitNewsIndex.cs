using SearchIndex.Testing;

namespace SearchIndex.News.Tests.Judge;

/// <summary>
/// The 5,000 news files of the kit, indexed twice: in many segments, and in one. Built once for the tests that share it; empty where the
/// shared material is absent.
/// </summary>
public sealed class KitNewsIndex : IDisposable
{
    private const int SmallBufferMegabytes = 12; // Makes a dozen segments or more of 5,000 articles.

    private readonly TemporaryFolder _folder = new();

    public KitNewsIndex()
    {
        if (!RepositoryFolder.HasShared)
        {
            return;
        }

        NewsFolder = NewsArchives.UnpackKitNews(_folder.Path);
        ManySegments = _folder.At("many");
        OneSegment = _folder.At("one");
        ManyReport = NewsArchives.Rebuild(
            NewsFolder, ManySegments, new RebuildOptions { BufferMegabytes = SmallBufferMegabytes, MaxSegments = 100 });
        OneReport = NewsArchives.Rebuild(NewsFolder, OneSegment, new RebuildOptions { MaxSegments = 1 });
    }

    public string NewsFolder { get; } = string.Empty;

    public string ManySegments { get; } = string.Empty;

    public string OneSegment { get; } = string.Empty;

    public IngestReport? ManyReport { get; }

    public IngestReport? OneReport { get; }

    public void Dispose() => _folder.Dispose();
}
