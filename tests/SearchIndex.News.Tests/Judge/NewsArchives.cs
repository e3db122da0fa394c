using System.Formats.Tar;
using System.IO.Compression;
using SearchIndex.Testing;

namespace SearchIndex.News.Tests.Judge;

/// <summary>The archives that tests index.</summary>
internal static class NewsArchives
{
    /// <summary>Gets the five article files of the shared material.</summary>
    public static string Seeds => RepositoryFolder.AtShared("seeds");

    /// <summary>Gets the bundled sample archive.</summary>
    public static string Sample => RepositoryFolder.At("index-data", "articles");

    /// <summary>Unpacks the 5,000 news files of the retrieval kit and returns their folder.</summary>
    public static string UnpackKitNews(string folder)
    {
        using FileStream file = File.OpenRead(RepositoryFolder.AtShared("eval", "news.tar.gz"));
        using var gzip = new GZipStream(file, CompressionMode.Decompress);
        TarFile.ExtractToDirectory(gzip, folder, overwriteFiles: false);
        return Path.Combine(folder, "news");
    }

    /// <summary>Indexes a folder and returns the report.</summary>
    public static IngestReport Rebuild(string archive, string indexFolder, RebuildOptions? options = null) =>
        NewsIndexer.RebuildAsync([archive], indexFolder, options ?? new RebuildOptions(), null, CancellationToken.None)
            .GetAwaiter().GetResult();
}
