using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Store;
using SearchIndex.News.Updates;

namespace SearchIndex.News;

/// <content>Brings an index into its best shape, without its files.</content>
public static partial class NewsIndexer
{
    private const string OptimizeNote = "optimize";

    /// <summary>
    /// Merges an index into one segment without deleted articles. What it holds stays the same; its manifest, and when it was built, too. An
    /// index of that shape is left alone.
    /// </summary>
    /// <param name="indexFolder">The folder of the index.</param>
    /// <param name="cancellation">Ends the work; the old index stays.</param>
    /// <exception cref="IndexNotFoundException">There is no index.</exception>
    /// <exception cref="IOException">The index is being written by somebody else, or the disk fails.</exception>
    public static OptimizeReport Optimize(string indexFolder, CancellationToken cancellation = default)
    {
        using FSDirectory directory = OpenExisting(indexFolder);
        using var writer = new IndexWriter(directory, new IndexWriterConfig(ArticleSchema.Analyzer, Lucene87Codec.Instance) { OpenMode = OpenMode.Append });
        SegmentInfos before = SegmentInfos.ReadLatest(directory, Lucene87Codec.Instance);
        if (before.Segments is [] or [{ DelCount: 0 }])
        {
            return Report(before, before);
        }

        writer.Optimize(maxSegments: 1, cancellation);
        var notes = new Dictionary<string, string>(before.UserData) { [IndexNotes.OptionsKey] = OptimizeNote };
        return Report(before, writer.Commit(notes, cancellation));
    }

    private static OptimizeReport Report(SegmentInfos before, SegmentInfos after) =>
        new(before.Segments.Count, after.Segments.Count, after.Segments.Sum(segment => segment.NumDocs), after.Generation);
}
