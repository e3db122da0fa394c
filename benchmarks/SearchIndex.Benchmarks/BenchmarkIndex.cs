using SearchIndex.Benchmarks.Searching;

namespace SearchIndex.Benchmarks;

/// <summary>The index that a measurement reads: kept in a folder that the caller names, else built anew and removed.</summary>
internal static class BenchmarkIndex
{
    /// <summary>Builds the index if it is not there and hands its folder to the work.</summary>
    /// <param name="archive">A folder of articles, or a <c>.tar.gz</c> of them.</param>
    /// <param name="copies">How often each article is indexed.</param>
    /// <param name="keptFolder">Where the index lies and stays; null for a temporary one.</param>
    /// <param name="work">What is done with the folder.</param>
    public static T Use<T>(string archive, int copies, string? keptFolder, Func<string, T> work)
    {
        string folder = keptFolder ?? Directory.CreateTempSubdirectory("searchindex-bench-").FullName;
        try
        {
            if (!Directory.Exists(folder) || Directory.GetFiles(folder, "segments_*").Length == 0)
            {
                SearchCorpus.Build(archive, copies, folder);
            }

            return work(folder);
        }
        finally
        {
            if (keptFolder is null)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }
}
