using System.Numerics;
using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Search;

/// <summary>
/// Collects a disjunction by windows of documents: each scorer in turn adds its scores to the sums of the window, in double precision and
/// in the order of the clauses (spec 13.2); then the documents that got any are collected. No heap is kept per document.
/// </summary>
internal sealed class DisjunctionBulkScorer : BulkScorer
{
    // 4096 sums of 8 bytes fit the first-level cache.
    private const int WindowSize = 1 << 12;
    private const int WordBits = 64;

    private readonly Scorer[] _scorers;
    private readonly DocIdSetIterator[] _iterators;
    private readonly int[] _docs;
    private readonly DocIdSetIterator? _excluded;
    private readonly bool _needsScores;
    private readonly double[] _sums = new double[WindowSize];
    private readonly ulong[] _matched = new ulong[WindowSize / WordBits];

    /// <summary>Creates the bulk scorer.</summary>
    /// <param name="scorers">The scorers, of which any suffices.</param>
    /// <param name="excluded">What must not match, or null.</param>
    /// <param name="needsScores">Whether scores are wanted; if not, every document is collected with score 0.</param>
    public DisjunctionBulkScorer(IReadOnlyList<Scorer> scorers, Scorer? excluded, bool needsScores)
    {
        _scorers = [.. scorers];
        _iterators = [.. _scorers.Select(scorer => scorer.Iterator)];
        _docs = new int[_scorers.Length];
        _docs.AsSpan().Fill(-1);
        _excluded = excluded?.Iterator;
        _needsScores = needsScores;
    }

    /// <inheritdoc/>
    public override int Score(LeafCollector collector, FixedBitSet? liveDocs, int min, int max)
    {
        int first = AdvanceAll(min);
        while (first < max)
        {
            int windowEnd = Math.Min(max - first, WindowSize) + first;
            int next = DocIdSetIterator.NoMoreDocs;
            for (int index = 0; index < _scorers.Length; index++)
            {
                next = Math.Min(next, Accumulate(index, first, windowEnd));
            }

            CollectWindow(collector, liveDocs, first);
            first = next;
        }

        return first;
    }

    private int AdvanceAll(int min)
    {
        int first = DocIdSetIterator.NoMoreDocs;
        for (int index = 0; index < _docs.Length; index++)
        {
            if (_docs[index] < min)
            {
                _docs[index] = _iterators[index].Advance(min);
            }

            first = Math.Min(first, _docs[index]);
        }

        return first;
    }

    private int Accumulate(int index, int windowStart, int windowEnd)
    {
        Scorer scorer = _scorers[index];
        DocIdSetIterator iterator = _iterators[index];
        int doc = _docs[index];
        while (doc < windowEnd)
        {
            int slot = doc - windowStart;
            _matched[slot / WordBits] |= 1UL << slot;
            if (_needsScores)
            {
                _sums[slot] += scorer.Score();
            }

            doc = iterator.NextDoc();
        }

        _docs[index] = doc;
        return doc;
    }

    private void CollectWindow(LeafCollector collector, FixedBitSet? liveDocs, int windowStart)
    {
        for (int index = 0; index < _matched.Length; index++)
        {
            ulong word = _matched[index];
            _matched[index] = 0;
            while (word != 0)
            {
                int slot = (index * WordBits) + BitOperations.TrailingZeroCount(word);
                word &= word - 1;
                float score = (float)_sums[slot];
                _sums[slot] = 0;
                int doc = windowStart + slot;
                if ((liveDocs is null || liveDocs[doc]) && !IsExcluded(doc))
                {
                    collector.Collect(doc, score);
                }
            }
        }
    }

    private bool IsExcluded(int doc)
    {
        if (_excluded is null)
        {
            return false;
        }

        int excluded = _excluded.DocId;
        return (excluded < doc ? _excluded.Advance(doc) : excluded) == doc;
    }
}
