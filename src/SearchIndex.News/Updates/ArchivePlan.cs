using System.Globalization;
using SearchIndex.News.Ingest;

namespace SearchIndex.News.Updates;

/// <summary>What has to be done so that the index is what a rebuild from the same files would make it.</summary>
/// <param name="Files">All files of the archive, those outside the given paths too; in the order of the manifest.</param>
/// <param name="Deleted">The entries of files that are gone.</param>
/// <param name="Articles">The articles to read and write: those of which any file changed, came, or went.</param>
/// <param name="Removed">The ids of articles that no file holds any more.</param>
internal sealed record ArchivePlan(
    IReadOnlyList<PlannedFile> Files,
    IReadOnlyList<ManifestEntry> Deleted,
    IReadOnlyList<PlannedArticle> Articles,
    IReadOnlyList<ulong> Removed)
{
    /// <summary>Gets whether the index is up to date.</summary>
    public bool IsEmpty => Deleted.Count == 0 && Files.All(file => file.IsUpToDate);

    /// <summary>Compares an archive with the manifest of its index.</summary>
    /// <param name="paths">Folders or files.</param>
    /// <param name="manifest">What the index was made of.</param>
    /// <param name="threads">How many threads read.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static ArchivePlan Make(IReadOnlyList<string> paths, ArchiveManifest manifest, int threads, CancellationToken cancellation)
    {
        ArchiveScan scan = ArchiveScan.Run(paths, manifest, cancellation);
        PlannedFile[] present = Compare(scan.Present, manifest.ByPath, threads, cancellation);
        IEnumerable<PlannedFile> outside = scan.Outside.Select(entry => new PlannedFile(entry.File, entry.Url, FileChange.NotLookedAt, entry, 0));
        if (scan.Deleted.Count == 0 && present.All(file => file.IsUpToDate))
        {
            return new ArchivePlan([.. present, .. outside], [], [], []);
        }

        PlannedFile[] files = InOrder([.. WithUrls(present, threads, cancellation), .. outside], manifest.Roots);
        (List<PlannedArticle> articles, List<ulong> removed) = Select(files, scan.Deleted, manifest);
        return new ArchivePlan(files, scan.Deleted, articles, removed);
    }

    /// <summary>Returns the id of an article as a number.</summary>
    public static ulong IdOf(string identity) => ulong.Parse(ArticleId.Of(identity), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static PlannedFile[] Compare(
        IReadOnlyList<SourceFile> present, IReadOnlyDictionary<string, ManifestEntry> known, int threads, CancellationToken cancellation)
    {
        var files = new PlannedFile[present.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        Parallel.For(0, files.Length, options, i =>
        {
            SourceFile file = present[i];
            ManifestEntry? entry = known.GetValueOrDefault(file.FullPath);
            FileChange change = FileComparison.Compare(file, entry, out long bytesCompared);
            files[i] = new PlannedFile(file, entry?.Url, change, entry, bytesCompared);
        });
        return files;
    }

    /// <summary>Reads the heads of files with other bytes than before: the URL tells whose copies they are.</summary>
    private static PlannedFile[] WithUrls(PlannedFile[] files, int threads, CancellationToken cancellation)
    {
        int[] unread = [.. Enumerable.Range(0, files.Length).Where(i => files[i].HasNews)];
        string?[] urls = ArticleSurvey.ReadUrls([.. unread.Select(i => files[i].File)], threads, cancellation);
        for (int i = 0; i < unread.Length; i++)
        {
            files[unread[i]] = files[unread[i]] with { Url = urls[i] };
        }

        return files;
    }

    private static PlannedFile[] InOrder(PlannedFile[] files, IReadOnlyList<string> knownRoots)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string root in knownRoots.Concat(files.Select(file => ArchiveManifest.RootOf(file.File))))
        {
            numbers.TryAdd(root, numbers.Count);
        }

        return [.. files
            .OrderBy(file => numbers[ArchiveManifest.RootOf(file.File)])
            .ThenBy(file => file.File.RelativePath, StringComparer.Ordinal)];
    }

    /// <summary>Groups the files as a rebuild does, and picks the groups that are not what the index has.</summary>
    private static (List<PlannedArticle> Articles, List<ulong> Removed) Select(
        PlannedFile[] files, IReadOnlyList<ManifestEntry> deleted, ArchiveManifest manifest)
    {
        Dictionary<string, PlannedFile> byPath = files.ToDictionary(file => file.File.FullPath, StringComparer.Ordinal);
        HashSet<ulong> stale = [.. deleted.Select(entry => entry.ArticleId)];
        HashSet<ulong> ids = [];
        var candidates = new List<(PlannedArticle Article, bool HasNews)>();
        HashSet<ulong> known = [.. manifest.Entries.Select(entry => entry.ArticleId)];
        foreach (ArticleGroup group in ArticleSurvey.Group([.. files.Select(file => file.File)], [.. files.Select(file => file.Url)]))
        {
            ulong id = IdOf(group.Identity);
            bool hasNews = false;
            foreach (PlannedFile file in group.Files.Select(file => byPath[file.FullPath]))
            {
                hasNews |= file.HasNews || file.Known?.ArticleId != id;
                if (file.Known is { } entry && entry.ArticleId != id)
                {
                    stale.Add(entry.ArticleId); // It left the article that it was a copy of.
                }
            }

            ids.Add(id);
            candidates.Add((new PlannedArticle(id, group, known.Contains(id)), hasNews));
        }

        List<PlannedArticle> articles =
            [.. candidates.Where(entry => entry.HasNews || stale.Contains(entry.Article.Id)).Select(entry => entry.Article)];
        stale.ExceptWith(ids);
        return (articles, [.. stale]);
    }
}
