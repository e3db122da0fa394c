using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Store;
using SearchIndex.News.Updates;

namespace SearchIndex.News;

/// <content>What makes the same files and options give the same bytes.</content>
public static partial class NewsIndexer
{
    private static IndexIds IdsOf(
        ArchivePlan plan, bool reproducible, string options, string previousCommit, int threads, CancellationToken cancellation) =>
        reproducible ? IndexIds.DerivedFrom(ArchiveDigest.Of(plan, options, previousCommit, threads, cancellation)) : IndexIds.Random;

    /// <summary>
    /// The numbers of segments and commits go on from those of an index that is there: the files of the two stand side by side until the new
    /// one is whole.
    /// </summary>
    private static void ThrowIfIndexIn(FSDirectory directory, string indexFolder)
    {
        if (SegmentInfos.LastGeneration(directory) > 0)
        {
            throw new IOException(
                $"{indexFolder} holds an index, from whose numbers a new one would go on; build a reproducible index in a folder without one");
        }
    }

    /// <summary>The numbers of files that a crash left count like those of an index, so they go before the writer looks.</summary>
    private static void DeleteLeftoversOfCrash(FSDirectory directory, string indexFolder)
    {
        ThrowIfIndexIn(directory, indexFolder);
        using var cleaner = new IndexWriter(
            directory, new IndexWriterConfig(ArticleSchema.Analyzer, Lucene87Codec.Instance) { OpenMode = OpenMode.Create });
    }
}
