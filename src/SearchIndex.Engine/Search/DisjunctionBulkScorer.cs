using System.Numerics;
using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Search;

/// <summary>
/// Collects a disjunction by windows of documents. Exhaustively, each clause in turn adds its scores to the sums of the window, and then
/// the documents that got any are collected; no heap is kept per document. Once the collector names a least score it is MaxScore by
/// windows: (1) the impacts tell the best score of each clause in the window; (2) the clauses whose best scores together stay below the
/// least score cannot make a hit by themselves; (3) the others are summed up; (4) those of (2) are asked only about the documents
/// found, the strongest first, and only as long as the document can still get in.
/// <para>
/// Sums of single-precision scores in double precision are exact as long as the scores differ by less than a factor of 2^29 or so,
/// so their order does not matter and the scores are those of the exhaustive way.
/// </para>
/// </summary>
internal sealed class DisjunctionBulkScorer : BulkScorer
{
    private const int BatchSize = 128;
    private const int WordBits = 64;

    // With so few documents to look at, each clause leaps to them instead of walking through the window.
    private const int FewDocuments = WindowSums.Size / 64;

    // Makes up for the rounding of a sum of bounds; it is far below a float's precision.
    private const double RoundingMargin = 1 + 1e-12;

    private readonly DisjunctionClause[] _clauses;
    private readonly WindowFilter _filter;
    private readonly bool _needsScores;
    private WindowSums _window = null!; // Rented for as long as a call of Score takes.
    private readonly int[] _docs = new int[BatchSize];
    private readonly float[] _scores = new float[BatchSize];

    // The clauses by their best scores in the window, ascending, and for each the sum up to it.
    private readonly DisjunctionClause[] _byMaxScore;
    private readonly double[] _maxScoreSums;
    private int _optionalCount;
    private float _minimum;

    /// <summary>Creates the bulk scorer.</summary>
    /// <param name="scorers">The scorers, of which any suffices.</param>
    /// <param name="required">What must match besides, without counting; may be empty.</param>
    /// <param name="excluded">What must not match, or null.</param>
    /// <param name="needsScores">Whether scores are wanted; if not, every document is collected with score 0.</param>
    public DisjunctionBulkScorer(IReadOnlyList<Scorer> scorers, IEnumerable<Scorer> required, Scorer? excluded, bool needsScores)
    {
        _clauses = [.. scorers.Select(scorer => new DisjunctionClause(scorer))];
        _filter = new WindowFilter(required, excluded, WindowSums.Size);
        _needsScores = needsScores;
        _byMaxScore = [.. _clauses];
        _maxScoreSums = new double[_clauses.Length];
    }

    /// <inheritdoc/>
    public override int Score(LeafCollector collector, FixedBitSet? liveDocs, int min, int max)
    {
        _window = WindowSums.Rent();
        int first = FirstCandidate(min);
        while (first < max)
        {
            int end = Math.Min(max - first, WindowSums.Size) + first;
            ScoreWindow(collector, liveDocs, first, end);
            first = FirstCandidate(end);
        }

        // Not after an exception: then the sums are not all taken.
        WindowSums.Return(_window);
        return first;
    }

    /// <summary>Returns a document before which, from another on, nothing is to be collected.</summary>
    private int FirstCandidate(int from)
    {
        from = _filter.NextCandidate(from);
        int first = DocIdSetIterator.NoMoreDocs;
        foreach (DisjunctionClause clause in _clauses)
        {
            if (_minimum == 0f && from != DocIdSetIterator.NoMoreDocs)
            {
                clause.MoveTo(from);
            }

            first = Math.Min(first, clause.Doc); // With a least score, some lag behind on purpose.
        }

        return Math.Max(from, first);
    }

    private void ScoreWindow(LeafCollector collector, FixedBitSet? liveDocs, int first, int end)
    {
        _minimum = _needsScores ? collector.MinCompetitiveScore : 0f;
        _optionalCount = _minimum > 0f ? CountOptional(first, end) : 0;
        if (_optionalCount == _clauses.Length)
        {
            return;
        }

        int passing = _filter.HasMask ? _filter.SetMask(first, end) : WindowSums.Size;
        if (passing <= FewDocuments)
        {
            CollectFew(collector, liveDocs, first);
            return;
        }

        foreach (DisjunctionClause clause in _optionalCount == 0 ? _clauses : _byMaxScore.AsSpan(_optionalCount))
        {
            Accumulate(clause, first, end);
        }

        if (collector.OnlyCounts && !_needsScores && liveDocs is null && !_filter.HasMask && !_filter.HasChecks)
        {
            collector.CollectCount(_window.TakeCount());
            return;
        }

        if (_optionalCount == 0 && !_filter.HasChecks)
        {
            CollectWhole(collector, liveDocs, first);
        }
        else
        {
            CollectWindow(collector, liveDocs, first);
        }
    }

    /// <summary>Sorts the clauses by their best scores in the window; returns how many cannot make a hit by themselves: steps (1), (2).</summary>
    private int CountOptional(int first, int end)
    {
        foreach (DisjunctionClause clause in _clauses)
        {
            clause.Bind(first, end);
        }

        _byMaxScore.AsSpan().Sort(static (left, right) => left.MaxScore.CompareTo(right.MaxScore));
        double sum = 0;
        int optional = 0;
        for (int index = 0; index < _byMaxScore.Length; index++)
        {
            sum += _byMaxScore[index].MaxScore;
            _maxScoreSums[index] = sum * RoundingMargin;
            optional += (float)_maxScoreSums[index] < _minimum ? 1 : 0;
        }

        return optional;
    }

    private void Accumulate(DisjunctionClause clause, int first, int end)
    {
        clause.MoveTo(first);
        while (clause.Doc < end)
        {
            int count = clause.NextBatch(end, _docs, _needsScores ? _scores : []);
            _window.Add(first, _docs.AsSpan(0, count), _needsScores ? _scores.AsSpan(0, count) : []);
        }
    }

    /// <summary>Collects a window of which every document that passes the mask is a match, in batches.</summary>
    private void CollectWhole(LeafCollector collector, FixedBitSet? liveDocs, int first)
    {
        Span<ulong> matched = _window.Matched;
        int count = 0;
        for (int index = 0; index < matched.Length; index++)
        {
            ulong passing = _filter.HasMask ? _filter.Mask[index] : ulong.MaxValue;
            for (ulong word = matched[index]; word != 0; word &= word - 1)
            {
                int bit = BitOperations.TrailingZeroCount(word);
                int slot = (index * WordBits) + bit;
                _docs[count] = first + slot;
                _scores[count] = (float)_window.Take(slot);
                bool isHit = ((passing >> bit) & 1) != 0 && (liveDocs is null || liveDocs[first + slot]);
                count += isHit ? 1 : 0;
                if (count == BatchSize)
                {
                    collector.CollectBatch(_docs, _scores);
                    count = 0;
                }
            }

            matched[index] = 0;
        }

        collector.CollectBatch(_docs.AsSpan(0, count), _scores.AsSpan(0, count));
    }

    private void CollectWindow(LeafCollector collector, FixedBitSet? liveDocs, int first)
    {
        Span<ulong> matched = _window.Matched;
        for (int index = 0; index < matched.Length; index++)
        {
            ulong word = matched[index];
            matched[index] = 0;
            for (; word != 0; word &= word - 1)
            {
                int bit = BitOperations.TrailingZeroCount(word);
                int slot = (index * WordBits) + bit;
                double sum = _window.Take(slot);
                bool passes = !_filter.HasMask || (_filter.Mask[index] & (1UL << bit)) != 0;
                if (passes && AddOptional(first + slot, ref sum))
                {
                    CollectIfPassing(collector, liveDocs, first + slot, (float)sum);
                }
            }
        }
    }

    /// <summary>Adds the scores of the optional clauses; returns false as soon as the document cannot get in: step (4).</summary>
    private bool AddOptional(int doc, ref double sum)
    {
        for (int index = _optionalCount - 1; index >= 0; index--)
        {
            if ((float)((sum + _maxScoreSums[index]) * RoundingMargin) < _minimum)
            {
                return false;
            }

            AddIfMatching(_byMaxScore[index], doc, ref sum);
        }

        return (float)sum >= _minimum;
    }

    private void CollectFew(LeafCollector collector, FixedBitSet? liveDocs, int first)
    {
        for (int index = 0; index < _filter.Mask.Length; index++)
        {
            for (ulong word = _filter.Mask[index]; word != 0; word &= word - 1)
            {
                int doc = first + (index * WordBits) + BitOperations.TrailingZeroCount(word);
                double sum = 0;
                bool matches = false;
                foreach (DisjunctionClause clause in _clauses)
                {
                    matches |= AddIfMatching(clause, doc, ref sum);
                }

                if (matches)
                {
                    CollectIfPassing(collector, liveDocs, doc, (float)sum);
                }
            }
        }
    }

    private bool AddIfMatching(DisjunctionClause clause, int doc, ref double sum)
    {
        clause.MoveTo(doc);
        if (clause.Doc != doc)
        {
            return false;
        }

        sum += _needsScores ? clause.Score() : 0f;
        return true;
    }

    private void CollectIfPassing(LeafCollector collector, FixedBitSet? liveDocs, int doc, float score)
    {
        if ((liveDocs is null || liveDocs[doc]) && _filter.Passes(doc))
        {
            collector.Collect(doc, score);
            _minimum = _needsScores ? collector.MinCompetitiveScore : 0f;
        }
    }
}
