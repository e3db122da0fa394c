using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Index;

/// <summary>Finds the documents that deletes concern in a segment, and writes which are live (spec 11.1).</summary>
internal sealed class DeletesApplier(IndexDirectory directory, Codec codec, ReaderPool readers, IndexIds ids)
{
    /// <summary>Applies the deletes that the segment has not seen.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="deletes">Terms in order, with their numbers.</param>
    /// <param name="upTo">The number up to which <paramref name="deletes"/> is complete.</param>
    /// <param name="sequenceOfDocument">
    /// The number of each document's addition, for a segment that was just flushed; a delete spares what was added at or behind it. Null when
    /// all documents came before all deletes that the segment has not seen.
    /// </param>
    public WriterSegment Apply(
        WriterSegment segment, ReadOnlySpan<KeyValuePair<Term, long>> deletes, long upTo, IReadOnlyList<long>? sequenceOfDocument = null)
    {
        SegmentReader reader = readers.Open(segment.Info);
        try
        {
            FixedBitSet? live = null;
            foreach ((Term term, long sequence) in deletes)
            {
                if (sequence > segment.AppliedSequence)
                {
                    DeleteDocuments(reader, term, sequence, sequenceOfDocument, ref live);
                }
            }

            return new WriterSegment(live is null ? segment.Info : WriteLive(segment.Info, live), upTo);
        }
        finally
        {
            reader.DecRef();
        }
    }

    private static void DeleteDocuments(
        SegmentReader reader, Term term, long sequence, IReadOnlyList<long>? sequenceOfDocument, ref FixedBitSet? live)
    {
        TermsEnum? terms = reader.Terms(term.Field)?.Iterator();
        if (terms is null || !terms.SeekExact(term.Bytes))
        {
            return;
        }

        PostingsEnum postings = terms.Postings(PostingsFeatures.Docs);
        for (int docId = postings.NextDoc(); docId != DocIdSetIterator.NoMoreDocs; docId = postings.NextDoc())
        {
            bool spared = sequenceOfDocument is not null && sequenceOfDocument[docId] >= sequence;
            bool isLive = live?[docId] ?? reader.LiveDocs?[docId] ?? true;
            if (!spared && isLive)
            {
                live ??= CopyOfLive(reader);
                live.Clear(docId);
            }
        }
    }

    private static FixedBitSet CopyOfLive(SegmentReader reader)
    {
        if (reader.LiveDocs is { } live)
        {
            return live.Clone();
        }

        var all = new FixedBitSet(reader.MaxDoc);
        all.SetAll();
        return all;
    }

    private SegmentCommitInfo WriteLive(SegmentCommitInfo segment, FixedBitSet live)
    {
        // A generation whose commit never came may have left its file; names are used once.
        long generation = Math.Max(1, segment.DelGen + 1);
        while (directory.FileExists(IndexFileNames.GenerationFile(segment.Info.Name, generation, "liv")))
        {
            generation++;
        }

        codec.WriteLiveDocs(directory, segment.Info, generation, live);
        return segment with
        {
            DelGen = generation,
            DelCount = segment.Info.MaxDoc - live.Cardinality(),
            Id = ids.OfState(segment.Info.Name, generation),
        };
    }
}
