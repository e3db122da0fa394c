using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Util;

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
        if (leaf.Reader.Terms(_pattern.Field) is not { } terms)
        {
            return null;
        }

        if (leaf.Reader.FieldInfos.Find(_pattern.Field) is { HasPositions: false })
        {
            throw new InvalidOperationException($"field {_pattern.Field} keeps no positions, so phrases cannot be looked for: {Query}");
        }

        var cursors = new PhraseCursor[_pattern.Slots.Count];
        long cost = long.MaxValue;
        for (int index = 0; index < cursors.Length; index++)
        {
            PhraseSlot slot = _pattern.Slots[index];
            PostingsEnum? found = _states[index] is { } states
                ? states.In(leaf)?.Postings(PostingsFeatures.Positions)
                : slot.Postings(terms, () => DocumentsOfOnlyTerms(leaf));
            if (found is not { } postings)
            {
                return null;
            }

            cursors[index] = new PhraseCursor(postings, slot.Position);
            cost = Math.Min(cost, postings.Cost);
        }

        NormLookup? norms = _similarity is null ? null : _searcher.Norms.Lookup(leaf, _pattern.Field, cost);
        return new PhraseScorer(cursors, _pattern.CreateMatcher(cursors), _similarity, norms);
    }

    /// <inheritdoc/>
    protected override Explanation ExplainMatch(LeafReaderContext leaf, int doc, Scorer scorer)
    {
        Explanation score = ((PhraseScorer)scorer).Explain();
        return Explanation.Match(score.Value, Query.ToString(), score);
    }

    // Null when every slot has a choice of terms: then all documents matter.
    private FixedBitSet? DocumentsOfOnlyTerms(LeafReaderContext leaf)
    {
        var postings = new List<DocIdSetIterator>();
        foreach (PhraseSlot slot in _pattern.Slots)
        {
            if (slot.OnlyTerm is { } term && TermStates.Seek(leaf, term) is { } found)
            {
                postings.Add(found.Postings(PostingsFeatures.Docs));
            }
        }

        if (postings.Count == 0)
        {
            return null;
        }

        var documents = new FixedBitSet(leaf.Reader.MaxDoc);
        var all = new ConjunctionIterator(postings);
        for (int doc = all.NextDoc(); doc != DocIdSetIterator.NoMoreDocs; doc = all.NextDoc())
        {
            documents.Set(doc);
        }

        return documents;
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
