using SearchIndex.Engine.Index;

namespace SearchIndex.Engine.Search;

/// <summary>The scorers of the clauses of a boolean query in one segment, and how they go together.</summary>
internal sealed class BooleanScorers
{
    private readonly List<Scorer> _required = [];
    private readonly List<Scorer> _requiredScoring = [];
    private readonly List<Scorer> _optional = [];
    private readonly List<Scorer> _excluded = [];
    private int _minimumShouldMatch;

    private BooleanScorers()
    {
    }

    /// <summary>
    /// Gets the scorers of which any one makes the score, when all others only filter; null when it is not so simple. With filters, clauses
    /// that need a check are left to the conjunction, which checks no document that a filter keeps out.
    /// </summary>
    public IReadOnlyList<Scorer>? Disjunction
    {
        get
        {
            if (_required.Count == 0)
            {
                return _minimumShouldMatch <= 1 && _optional.Count > 1 ? _optional : null;
            }

            IReadOnlyList<Scorer>? clauses = _requiredScoring.Count switch
            {
                0 when _minimumShouldMatch == 1 && _optional.Count > 1 => _optional,
                1 when _optional.Count == 0 && _requiredScoring[0] is DisjunctionSumScorer sum => sum.Scorers,
                _ => null,
            };
            return clauses is null || clauses.Any(clause => clause.TwoPhase is not null) ? null : clauses;
        }
    }

    /// <summary>Gets whether all that is needed is that several terms stand in the same document.</summary>
    public bool IsConjunctionOfTerms =>
        _required.Count > 1 && _optional.Count == 0 && _excluded.Count == 0 && _required.TrueForAll(scorer => scorer.Postings is not null);

    /// <summary>Gets the scorers that must match.</summary>
    public IReadOnlyList<Scorer> Required => _required;

    /// <summary>Gets those of them whose scores count.</summary>
    public IReadOnlyList<Scorer> RequiredScoring => _requiredScoring;

    /// <summary>Gets the scorers that must match and do not count.</summary>
    public IEnumerable<Scorer> Filters => _required.Except(_requiredScoring);

    /// <summary>Makes the scorers of a segment; null when no document can match.</summary>
    public static BooleanScorers? For(BooleanQuery query, Weight[] weights, LeafReaderContext leaf)
    {
        var scorers = new BooleanScorers();
        for (int index = 0; index < weights.Length; index++)
        {
            Occur occur = query.Clauses[index].Occur;
            if (weights[index].Scorer(leaf) is { } scorer)
            {
                scorers.Add(scorer, occur);
            }
            else if (query.Clauses[index].IsRequired)
            {
                return null;
            }
        }

        bool needsOptional = scorers._required.Count == 0;
        scorers._minimumShouldMatch = needsOptional ? Math.Max(1, query.MinimumShouldMatch) : query.MinimumShouldMatch;
        if (scorers._optional.Count < scorers._minimumShouldMatch)
        {
            return null;
        }

        scorers.RequireOptionalWhenAllAreNeeded();
        return scorers;
    }

    /// <summary>Returns one scorer for all.</summary>
    public Scorer Combine(bool needsScores)
    {
        Scorer positive = CombinePositive(needsScores);
        return CombineExcluded() is { } excluded ? new ReqExclScorer(positive, excluded) : positive;
    }

    /// <summary>Returns one scorer for what must not match, or null when there is nothing of the kind.</summary>
    public Scorer? CombineExcluded() => _excluded.Count switch
    {
        0 => null,
        1 => _excluded[0],
        _ => new DisjunctionSumScorer(_excluded, needsScores: false),
    };

    private void Add(Scorer scorer, Occur occur)
    {
        switch (occur)
        {
            case Occur.Must:
                _required.Add(scorer);
                _requiredScoring.Add(scorer);
                break;
            case Occur.Filter:
                _required.Add(scorer);
                break;
            case Occur.Should:
                _optional.Add(scorer);
                break;
            default:
                _excluded.Add(scorer);
                break;
        }
    }

    // Then the sum of all is rounded once, as in Lucene.
    private void RequireOptionalWhenAllAreNeeded()
    {
        if (_optional.Count != _minimumShouldMatch)
        {
            return;
        }

        _required.AddRange(_optional);
        _requiredScoring.AddRange(_optional);
        _optional.Clear();
        _minimumShouldMatch = 0;
    }

    private Scorer CombinePositive(bool needsScores)
    {
        if (_required.Count == 0)
        {
            return CombineOptional(needsScores);
        }

        Scorer required = CombineRequired();
        if (_minimumShouldMatch > 0)
        {
            Scorer[] both = [required, CombineOptional(needsScores)];
            return new ConjunctionScorer(both, both);
        }

        return _optional.Count == 0 || !needsScores ? required : new ReqOptSumScorer(required, CombineOptional(needsScores));
    }

    // A lone filter goes through the conjunction too, which gives it the score 0.
    private Scorer CombineRequired() =>
        _required.Count == 1 && _requiredScoring.Count == 1 ? _required[0] : new ConjunctionScorer(_required, _requiredScoring);

    private Scorer CombineOptional(bool needsScores)
    {
        if (_optional.Count == 1)
        {
            return _optional[0];
        }

        return _minimumShouldMatch <= 1
            ? new DisjunctionSumScorer(_optional, needsScores)
            : new MinShouldMatchScorer(_optional, _minimumShouldMatch, needsScores);
    }
}
