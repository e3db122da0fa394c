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

    /// <summary>Takes over to a merged segment the deletes that came to its sources while the merge ran.</summary>
    /// <param name="merged">The segment, which nobody has seen yet.</param>
    /// <param name="stateNow">Returns the state that a source has by now, or null when all its documents are deleted.</param>
    /// <returns>The segment as it must go on, or null when no document of it is live.</returns>
    public SegmentCommitInfo? CarryOver(MergedSegment merged, Func<SegmentCommitInfo, SegmentCommitInfo?> stateNow)
    {
        FixedBitSet? live = null;
        foreach (MergeSource source in merged.Sources)
        {
            SegmentCommitInfo then = source.Reader.Commit;
            SegmentCommitInfo? now = stateNow(then);
            if (now is not null && now.DelGen == then.DelGen)
            {
                continue;
            }

            FixedBitSet? liveNow = now is null ? null : codec.ReadLiveDocs(directory, now.Info, now.DelGen, now.DelCount);
            live ??= AllOf(merged.Info.Info.MaxDoc);
            for (int docId = 0; docId < then.Info.MaxDoc; docId++)
            {
                int number = source.NewNumber(docId);
                if (number >= 0 && liveNow?[docId] != true)
                {
                    live.Clear(number);
                }
            }
        }

        if (live is null)
        {
            return merged.Info;
        }

        return live.Cardinality() == 0 ? null : WriteLive(merged.Info, live);
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

    private static FixedBitSet CopyOfLive(SegmentReader reader) => reader.LiveDocs?.Clone() ?? AllOf(reader.MaxDoc);

    private static FixedBitSet AllOf(int count)
    {
        var all = new FixedBitSet(count);
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
