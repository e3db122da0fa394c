using SearchIndex.Engine.Index;
using SearchIndex.News.Updates;

namespace SearchIndex.News.Query.Status;

/// <summary>Counts the files that a commit could not make articles of, from its manifest.</summary>
internal static class ProblemCounter
{
    /// <summary>Returns the counts; null when the manifest is missing or damaged, or already gone with an older commit.</summary>
    public static IReadOnlyList<ProblemCount>? Count(DirectoryReader reader)
    {
        try
        {
            ArchiveManifest manifest = ManifestFile.Load(reader.Directory, reader.Commit);
            return [.. manifest.Entries
                .Where(entry => entry.Problem is not null)
                .GroupBy(entry => entry.Problem!.Value)
                .Select(kind => new ProblemCount(kind.Key, kind.Count()))
                .OrderByDescending(kind => kind.Files).ThenBy(kind => kind.Kind)];
        }
        catch (Exception problem) when (problem is RebuildNeededException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
