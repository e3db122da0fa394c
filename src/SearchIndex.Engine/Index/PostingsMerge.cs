using SearchIndex.Engine.Codecs;

namespace SearchIndex.Engine.Index;

/// <summary>Merges terms and postings: the smallest term of all sources next, its documents source by source.</summary>
internal static class PostingsMerge
{
    public static void Run(
        IReadOnlyList<MergeSource> sources, SegmentState state, NormsByField norms, FieldsConsumer consumer, CancellationToken cancellation)
    {
        foreach (FieldInfo field in state.Fields.Where(field => field.IsIndexed).OrderBy(field => field.Name, StringComparer.Ordinal))
        {
            consumer.StartField(field, norms.Of(field));
            MergeField(field, sources, consumer, cancellation);
            consumer.FinishField();
        }
    }

    private static void MergeField(
        FieldInfo field, IReadOnlyList<MergeSource> sources, FieldsConsumer consumer, CancellationToken cancellation)
    {
        var queue = new PriorityQueue<Cursor, Cursor>(Cursor.ByTermThenSource);
        for (int ord = 0; ord < sources.Count; ord++)
        {
            if (sources[ord].Reader.Terms(field.Name)?.Iterator() is { } terms && terms.Next())
            {
                var cursor = new Cursor(ord, sources[ord], terms);
                queue.Enqueue(cursor, cursor);
            }
        }

        PostingsFeatures features = field.HasOffsets ? PostingsFeatures.Offsets
            : field.HasPositions ? PostingsFeatures.Positions
            : field.HasFreqs ? PostingsFeatures.Freqs : PostingsFeatures.Docs;
        var sameTerm = new List<Cursor>();
        while (queue.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            TakeSmallestTerm(queue, sameTerm);
            consumer.StartTerm(sameTerm[0].Terms.Term);
            foreach (Cursor cursor in sameTerm)
            {
                cursor.Postings = cursor.Terms.Postings(features, cursor.Postings);
                CopyDocuments(field, cursor, consumer);
            }

            consumer.FinishTerm();
            foreach (Cursor cursor in sameTerm.Where(cursor => cursor.Terms.Next()))
            {
                queue.Enqueue(cursor, cursor);
            }
        }
    }

    private static void TakeSmallestTerm(PriorityQueue<Cursor, Cursor> queue, List<Cursor> sameTerm)
    {
        sameTerm.Clear();
        do
        {
            sameTerm.Add(queue.Dequeue());
        }
        while (queue.TryPeek(out Cursor? next, out _) && next.Terms.Term.SequenceEqual(sameTerm[0].Terms.Term));
    }

    private static void CopyDocuments(FieldInfo field, Cursor cursor, FieldsConsumer consumer)
    {
        PostingsEnum postings = cursor.Postings!;
        for (int docId = postings.NextDoc(); docId != DocIdSetIterator.NoMoreDocs; docId = postings.NextDoc())
        {
            int number = cursor.Source.NewNumber(docId);
            if (number < 0)
            {
                continue;
            }

            int freq = postings.Freq;
            consumer.StartDocument(number, freq);
            for (int occurrence = 0; field.HasPositions && occurrence < freq; occurrence++)
            {
                int position = postings.NextPosition();
                consumer.AddPosition(position, postings.StartOffset, postings.EndOffset);
            }
        }
    }

    private sealed class Cursor(int ord, MergeSource source, TermsEnum terms)
    {
        public static IComparer<Cursor> ByTermThenSource { get; } = Comparer<Cursor>.Create(Compare);

        public MergeSource Source => source;

        public TermsEnum Terms => terms;

        public PostingsEnum? Postings { get; set; }

        private int Ord => ord;

        private static int Compare(Cursor first, Cursor second)
        {
            int order = first.Terms.Term.SequenceCompareTo(second.Terms.Term);
            return order != 0 ? order : first.Ord.CompareTo(second.Ord);
        }
    }
}
