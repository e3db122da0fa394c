using SearchIndex.News;

namespace SearchIndex.Benchmarks;

/// <summary>An archive as files and as an index beside them, as a reader's installation has it; both are removed afterwards.</summary>
internal static class UnpackedArchive
{
    /// <summary>Unpacks and indexes an archive and hands both folders to the work.</summary>
    /// <param name="archive">A folder of article files, which stays, or a <c>.tar.gz</c> of one.</param>
    /// <param name="work">What is done with the folder of the files and that of the index.</param>
    public static T Use<T>(string archive, Func<string, string, T> work)
    {
        bool isPacked = File.Exists(archive);
        string files = isPacked ? TarArchive.Unpack(archive) : archive;
        string index = Directory.CreateTempSubdirectory("searchindex-bench-").FullName;
        try
        {
            NewsIndexer.RebuildAsync([files], index, new RebuildOptions(), null, CancellationToken.None).GetAwaiter().GetResult();
            return work(files, index);
        }
        finally
        {
            Directory.Delete(index, recursive: true);
            if (isPacked)
            {
                Directory.Delete(files, recursive: true);
            }
        }
    }
}
