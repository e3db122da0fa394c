using SearchIndex.Engine.Index;

namespace SearchIndex.Engine.Search;

/// <summary>The weight of the queries with positions.</summary>
internal sealed class PhraseWeight : Weight
{
    private readonly PhrasePattern _pattern;
    private readonly IndexSearcher _searcher;
    private readonly SimScorer? _similarity;

    // The slots of one term, looked up once for the statistics and the postings; null for others, and when there are no scores.
    private readonly TermStates?[] _states;

    /// <summary>Creates the weight; without scores it does not look at statistics.</summary>
    public PhraseWeight(Query query, PhrasePattern pattern, IndexSearcher searcher, ScoreMode scoreMode, float boost)
        : base(query, scoreMode)
    {
        _pattern = pattern;
        _searcher = searcher;
        _states = new TermStates?[pattern.Slots.Count];
        if (NeedsScores && searcher.CollectionStatistics(pattern.Field) is { } collection)
        {
            _similarity = SimilarityOf(collection, boost);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The field does not keep positions.</exception>
    public override Scorer? Scorer(LeafReaderContext leaf)
    {
        if (PhraseCursors.Open(_pattern, leaf, _states, () => null) is not { } cursors)
        {
            return null;
        }

        long cost = cursors.Min(cursor => cursor.Postings.Cost);
        NormLookup? norms = _similarity is null ? null : _searcher.Norms.Lookup(leaf, _pattern.Field, cost);
        return new PhraseScorer(cursors, _pattern.CreateMatcher(cursors), _similarity, norms);
    }

    /// <inheritdoc/>
    protected override Explanation ExplainMatch(LeafReaderContext leaf, int doc, Scorer scorer)
    {
        Explanation score = ((FrequencyScorer)scorer).Explain();
        return Explanation.Match(score.Value, Query.ToString(), score);
    }

    private SimScorer? SimilarityOf(CollectionStatistics collection, float boost)
    {
        var statistics = new List<TermStatistics>();
        for (int index = 0; index < _states.Length; index++)
        {
            PhraseSlot slot = _pattern.Slots[index];
            if (slot.OnlyTerm is not { } term)
            {
                slot.AddStatistics(_searcher, collection, statistics);
                continue;
            }

            var states = new TermStates(_searcher, term);
            _states[index] = states;
            if (states.Statistics.DocFreq > 0)
            {
                statistics.Add(states.Statistics);
            }
        }

        return statistics.Count == 0 ? null : _searcher.Similarity.Scorer(boost, collection, [.. statistics]);
    }
}
