using System.Globalization;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Store;
using SearchIndex.News.Ingest;
using SearchIndex.News.Verification;

namespace SearchIndex.News;

/// <content>Tells whether an index is sound, and whether it is what it should be.</content>
public static partial class NewsIndexer
{
    /// <summary>Reads the index whole, compares it with itself, and with the manifest of the files it was made of.</summary>
    /// <exception cref="IndexNotFoundException">There is no index.</exception>
    public static IndexCheck Verify(string indexFolder, CancellationToken cancellation = default)
    {
        using FSDirectory directory = OpenExisting(indexFolder);
        return Check(directory, CheckIndex.Run(directory, Lucene87Codec.Instance, cancellation));
    }

    /// <summary>
    /// Reads the index whole, and drops the segments that are broken, with their articles. Before that the commit and its files are copied
    /// to a folder <c>before-repair-…</c> in that of the index. The manifest goes on naming the articles that were lost: only a rebuild brings
    /// them back.
    /// </summary>
    /// <exception cref="IndexNotFoundException">There is no index.</exception>
    /// <exception cref="CorruptIndexException">The commit itself cannot be read; only a rebuild helps.</exception>
    /// <exception cref="LockObtainFailedException">The index is being written.</exception>
    public static IndexCheck Repair(string indexFolder, CancellationToken cancellation = default)
    {
        using FSDirectory directory = OpenExisting(indexFolder);
        string backup = Path.Combine(
            indexFolder, "before-repair-" + TimeProvider.System.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
        RepairReport repair = IndexRepair.Run(directory, Lucene87Codec.Instance, () => new FSDirectory(backup), cancellation);
        if (!repair.Changed)
        {
            IndexCheck same = Check(directory, repair.Before);
            return same with { Lines = [.. same.Lines, "no segment is broken: nothing to repair"] };
        }

        IndexCheck after = Check(directory, CheckIndex.Run(directory, Lucene87Codec.Instance, cancellation));
        string dropped = string.Join(", ", repair.Dropped.Select(segment => segment.Name));
        return new IndexCheck(after.Verdict,
        [
            .. repair.Before.Lines(),
            $"copied the commit and its files to {backup}",
            $"dropped segments: {(dropped.Length == 0 ? "none" : dropped)}; articles lost: {repair.LostDocuments}",
            .. after.Lines,
        ]);
    }

    /// <summary>Compares an index, which may be damaged, with a manifest that was written of it or of another.</summary>
    /// <param name="indexFolder">The folder of the index.</param>
    /// <param name="expected">What it should consist of.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>Clean or drift, and a line for each difference.</returns>
    /// <exception cref="IndexNotFoundException">There is no index.</exception>
    public static IndexCheck Compare(string indexFolder, IndexManifest expected, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(expected);
        return Differing("files", [.. ManifestComparison.Differences(IndexManifest.Of(indexFolder, cancellation), expected)]);
    }

    /// <summary>Compares two indexes: their files, and the articles that they hold, whatever segments these lie in.</summary>
    /// <param name="indexFolder">The folder of the index; it must not be damaged.</param>
    /// <param name="otherFolder">The folder of the index that it should be like.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>Clean or drift, and a line for each difference.</returns>
    /// <exception cref="IndexNotFoundException">There is no index in one of the folders.</exception>
    /// <exception cref="CorruptIndexException">An index is damaged.</exception>
    public static IndexCheck Compare(string indexFolder, string otherFolder, CancellationToken cancellation = default)
    {
        IndexCheck files = Compare(indexFolder, IndexManifest.Of(otherFolder, cancellation), cancellation);
        SortedDictionary<string, ContentHash> here = ArticleDigests.Read(indexFolder, cancellation);
        IndexCheck articles = Differing(
            $"articles ({here.Count})", [.. ArticleComparison.Differences(here, ArticleDigests.Read(otherFolder, cancellation))]);
        return new IndexCheck(files.Clean && articles.Clean ? CheckVerdict.Clean : CheckVerdict.Drift, [.. files.Lines, .. articles.Lines]);
    }

    /// <summary>Opens the folder of an index.</summary>
    internal static FSDirectory OpenExisting(string indexFolder) =>
        Directory.Exists(indexFolder)
            ? new FSDirectory(indexFolder)
            : throw new IndexNotFoundException($"there is no index in {indexFolder}: the folder does not exist");

    private static IndexCheck Check(FSDirectory directory, CheckIndexReport index)
    {
        CheckIndexReport report = ArchiveCheck.Run(directory, index);
        return new IndexCheck(report.Verdict, [.. report.Lines()]);
    }

    private static IndexCheck Differing(string what, string[] differences) =>
        differences.Length == 0
            ? new IndexCheck(CheckVerdict.Clean, [$"compared {what}: the same"])
            : new IndexCheck(
                CheckVerdict.Drift,
                [.. differences.Select(difference => $"differs: {difference}"), $"compared {what}: {differences.Length} differences"]);
}
