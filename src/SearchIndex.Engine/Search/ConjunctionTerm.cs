using SearchIndex.Engine.Codecs;

namespace SearchIndex.Engine.Search;

/// <summary>One of the terms of a conjunction, with its frequencies in the documents of the current batch.</summary>
internal sealed class ConjunctionTerm
{
    // From so many times as many documents as the rarest term on, leaping with skip data is cheaper than reading them all.
    private const int LeapRatio = 8;

    // A batch that spans no more than this is looked up in a table of 64 KB.
    private const int TableSize = 1 << 14;

    // For each document of the span of a batch the frequency, or 0. It is only used inside of one call, so a thread needs but one.
    [ThreadStatic]
    private static int[]? _table;

    private readonly Scorer _scorer;
    private readonly int[] _freqs;
    private readonly int[] _otherDocs = new int[TermScorer.BatchSize];
    private readonly int[] _otherFreqs;

    /// <summary>Creates the term over a scorer that has not been moved.</summary>
    /// <param name="scorer">A scorer over postings.</param>
    /// <param name="needsScores">Whether its scores count.</param>
    public ConjunctionTerm(Scorer scorer, bool needsScores)
    {
        _scorer = scorer;
        Postings = scorer.Postings ?? throw new ArgumentException("the scorer has no postings", nameof(scorer));
        _freqs = needsScores ? new int[TermScorer.BatchSize] : [];
        _otherFreqs = needsScores ? new int[TermScorer.BatchSize] : [];
    }

    /// <summary>Gets the postings.</summary>
    public PostingsEnum Postings { get; }

    /// <summary>Starts a batch with the next documents of this term; returns how many.</summary>
    public int Take(int upTo, Span<int> docs) => Postings.NextDocs(upTo, docs, _freqs);

    /// <summary>Computes the scores of the documents that are left of the batch.</summary>
    public void Score(ReadOnlySpan<int> docs, Span<float> scores) => _scorer.ScoreBatch(docs, _freqs.AsSpan(0, docs.Length), scores);

    /// <summary>Thins out the batch to the documents that this term has too; returns how many are left.</summary>
    /// <param name="docs">The documents of the batch.</param>
    /// <param name="count">How many they are, 1 or more.</param>
    /// <param name="earlier">The terms that made the batch; their frequencies are thinned out with it.</param>
    /// <param name="leadCost">The number of documents of the rarest term.</param>
    public int Intersect(int[] docs, int count, ReadOnlySpan<ConjunctionTerm> earlier, long leadCost)
    {
        if (Postings.DocId < docs[0])
        {
            Postings.Advance(docs[0]);
        }

        if (Postings.Cost / LeapRatio > leadCost)
        {
            return Leap(docs, count, earlier);
        }

        return docs[count - 1] - docs[0] < TableSize ? LookUp(docs, count, earlier) : Merge(docs, count, earlier);
    }

    private int Leap(int[] docs, int count, ReadOnlySpan<ConjunctionTerm> earlier)
    {
        int kept = 0;
        for (int index = 0; index < count; index++)
        {
            int doc = docs[index];
            if (Postings.DocId < doc)
            {
                Postings.Advance(doc);
            }

            if (Postings.DocId != doc)
            {
                continue;
            }

            if (_freqs.Length > 0)
            {
                _freqs[kept] = Postings.Freq;
            }

            Keep(docs, index, kept++, earlier);
        }

        return kept;
    }

    /// <summary>Writes the documents of the span into a table and asks it about the batch: no branch depends on what they have in common.</summary>
    private int LookUp(int[] docs, int count, ReadOnlySpan<ConjunctionTerm> earlier)
    {
        int first = docs[0];
        int last = docs[count - 1];
        int[] table = _table ??= new int[TableSize];
        table.AsSpan(0, last - first + 1).Clear();
        bool hasFreqs = _freqs.Length > 0;
        int otherCount;
        while ((otherCount = Postings.NextDocs(last + 1, _otherDocs, _otherFreqs)) > 0)
        {
            for (int other = 0; other < otherCount; other++)
            {
                int freq = hasFreqs ? _otherFreqs[other] : 1;
                table[_otherDocs[other] - first] = freq;
            }
        }

        int kept = 0;
        for (int index = 0; index < count; index++)
        {
            int freq = table[docs[index] - first];
            if (hasFreqs)
            {
                _freqs[kept] = freq;
            }

            Keep(docs, index, kept, earlier);
            kept += freq > 0 ? 1 : 0;
        }

        return kept;
    }

    private int Merge(int[] docs, int count, ReadOnlySpan<ConjunctionTerm> earlier)
    {
        int upTo = docs[count - 1] + 1;
        int kept = 0;
        int index = 0;
        int otherCount;
        while ((otherCount = Postings.NextDocs(upTo, _otherDocs, _otherFreqs)) > 0)
        {
            int other = 0;
            while (index < count && other < otherCount)
            {
                int doc = docs[index];
                int otherDoc = _otherDocs[other];
                if (doc == otherDoc)
                {
                    if (_freqs.Length > 0)
                    {
                        _freqs[kept] = _otherFreqs[other];
                    }

                    Keep(docs, index, kept++, earlier);
                }

                // Both steps are plain additions: which of the two is behind cannot be foreseen.
                index += doc <= otherDoc ? 1 : 0;
                other += otherDoc <= doc ? 1 : 0;
            }
        }

        return kept;
    }

    private static void Keep(int[] docs, int from, int to, ReadOnlySpan<ConjunctionTerm> earlier)
    {
        docs[to] = docs[from];
        foreach (ConjunctionTerm term in earlier)
        {
            if (term._freqs.Length > 0)
            {
                term._freqs[to] = term._freqs[from];
            }
        }
    }
}
