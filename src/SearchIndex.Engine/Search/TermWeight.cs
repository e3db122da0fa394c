using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Index;

namespace SearchIndex.Engine.Search;

/// <summary>The weight of a <see cref="TermQuery"/>.</summary>
internal sealed class TermWeight : Weight
{
    private readonly Term _term;
    private readonly IndexSearcher _searcher;
    private readonly TermStates? _states;
    private readonly SimScorer? _similarity;

    /// <summary>Creates the weight; without scores it does not look at statistics.</summary>
    public TermWeight(TermQuery query, IndexSearcher searcher, ScoreMode scoreMode, float boost)
        : base(query, scoreMode)
    {
        _term = query.Term;
        _searcher = searcher;
        if (!NeedsScores)
        {
            return;
        }

        _states = new TermStates(searcher, query.Term);
        if (_states.Statistics.DocFreq > 0 && searcher.CollectionStatistics(query.Term.Field) is { } collection)
        {
            _similarity = searcher.Similarity.Scorer(boost, collection, _states.Statistics);
        }
    }

    /// <inheritdoc/>
    public override Scorer? Scorer(LeafReaderContext leaf)
    {
        if (Seek(leaf) is not { } terms)
        {
            return null;
        }

        if (_similarity is null)
        {
            return new ConstantScoreScorer(0f, terms.Postings(PostingsFeatures.Docs));
        }

        NormLookup norms = _searcher.Norms.Lookup(leaf, _term.Field, terms.DocFreq);
        return new TermScorer(terms.Impacts(PostingsFeatures.Freqs), _similarity, norms);
    }

    /// <inheritdoc/>
    public override int Count(LeafReaderContext leaf) => leaf.Reader.LiveDocs is null ? Seek(leaf)?.DocFreq ?? 0 : -1;

    /// <inheritdoc/>
    protected override Explanation ExplainMatch(LeafReaderContext leaf, int doc, Scorer scorer) =>
        scorer is TermScorer term ? Explanation.Match(term.Score(), $"{Query}", term.Explain()) : base.ExplainMatch(leaf, doc, scorer);

    private TermsEnum? Seek(LeafReaderContext leaf) => _states is null ? TermStates.Seek(leaf, _term) : _states.In(leaf);
}
