using SearchIndex.Engine.Index;

namespace SearchIndex.Engine.Search;

/// <summary>The weight of a <see cref="ProximityQuery"/>.</summary>
internal sealed class ProximityWeight : Weight
{
    private readonly ProximityPlan _plan;
    private readonly string _field;
    private readonly IndexSearcher _searcher;
    private readonly SimScorer? _similarity;

    /// <summary>Creates the weight; without scores it does not look at statistics.</summary>
    public ProximityWeight(ProximityQuery query, IndexSearcher searcher, ScoreMode scoreMode, float boost)
        : base(query, scoreMode)
    {
        _plan = new ProximityPlan(query);
        _field = query.Field;
        _searcher = searcher;
        if (NeedsScores && searcher.CollectionStatistics(query.Field) is { } collection)
        {
            TermStatistics[] statistics = [.. query.Units.SelectMany(unit => StatisticsOf(unit, collection))];
            _similarity = statistics.Length == 0 ? null : searcher.Similarity.Scorer(boost, collection, statistics);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The field does not keep positions.</exception>
    public override Scorer? Scorer(LeafReaderContext leaf)
    {
        if (ProximitySources.Open(_plan, leaf) is not { } sources)
        {
            return null;
        }

        NormLookup? norms = _similarity is null ? null : _searcher.Norms.Lookup(leaf, _field, sources[0].Documents.Cost);
        return new ProximityScorer(_plan, sources, _similarity, norms);
    }

    /// <inheritdoc/>
    protected override Explanation ExplainMatch(LeafReaderContext leaf, int doc, Scorer scorer)
    {
        Explanation score = ((FrequencyScorer)scorer).Explain();
        return Explanation.Match(score.Value, Query.ToString(), score);
    }

    // Forms stand for each other, so a unit is as rare as one of them: the first that may occur at all.
    private List<TermStatistics> StatisticsOf(ProximityUnit unit, CollectionStatistics collection)
    {
        foreach (ProximityForm form in unit.Forms)
        {
            var statistics = new List<TermStatistics>();
            bool isKnown = true;
            foreach (PhraseSlot slot in form.Pattern().Slots)
            {
                int before = statistics.Count;
                slot.AddStatistics(_searcher, collection, statistics);
                isKnown &= statistics.Count > before;
            }

            if (isKnown)
            {
                return statistics;
            }
        }

        return [];
    }
}
