using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Store;
using SearchIndex.News;
using SearchIndex.News.Ingest;

namespace SearchIndex.Benchmarks.Searching;

/// <summary>Builds the index that both engines search: every article once or several times, merged to one segment.</summary>
internal static class SearchCorpus
{
    private const long BufferBytes = 256L << 20;
    private const int DroppedOf = 10;

    /// <summary>Indexes the articles of a folder or of a <c>.tar.gz</c>.</summary>
    /// <param name="archive">The folder or archive.</param>
    /// <param name="copies">How often each article is indexed, with distinct ids.</param>
    /// <param name="indexFolder">Receives the index.</param>
    public static void Build(string archive, int copies, string indexFolder)
    {
        bool packed = File.Exists(archive);
        string articles = packed ? TarArchive.Unpack(archive) : archive;
        string tsv = Path.Combine(Directory.CreateTempSubdirectory("searchindex-bench-").FullName, "articles.tsv");
        try
        {
            ArticleTsv.Write([articles], tsv);
            Index(tsv, copies, indexFolder);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(tsv)!, recursive: true);
            if (packed)
            {
                Directory.Delete(articles, recursive: true);
            }
        }
    }

    private static void Index(string tsv, int copies, string indexFolder)
    {
        using var directory = new FSDirectory(indexFolder);
        using var writer = new IndexWriter(directory, new IndexWriterConfig(ArticleSchema.Analyzer, Lucene87Codec.Instance)
        {
            OpenMode = OpenMode.Create,
            RamBufferBytes = BufferBytes,
        });
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount };
        for (int copy = 0; copy < copies; copy++)
        {
            int number = copy;
            Parallel.ForEach(ArticleTsv.Read(tsv), parallel, article => writer.AddDocument(ArticleSchema.ToDocument(CopyOf(article, number))));
        }

        writer.Optimize();
        writer.Commit();
    }

    /// <summary>
    /// Returns a copy with an id of its own. About one line of ten is missing from it, another one from each copy, so that copies differ in
    /// length and frequencies; copy 0 is the article itself.
    /// </summary>
    private static Article CopyOf(Article article, int copy)
    {
        if (copy == 0)
        {
            return article;
        }

        int seed = article.Id.Aggregate(copy * 7, (hash, unit) => unchecked((hash * 31) + unit));
        var random = new Random(seed);
        string[] kept = [.. article.Paragraphs.Where(_ => random.Next(DroppedOf) != 0)];
        return article with { Id = $"{article.Id}-{copy}", Paragraphs = kept.Length > 0 ? kept : article.Paragraphs };
    }
}
