using SearchIndex.Engine.Codecs;

namespace SearchIndex.Engine.Search;

/// <summary>Checks a document with several checks, the cheapest first.</summary>
internal sealed class ConjunctionTwoPhaseIterator : TwoPhaseIterator
{
    private readonly TwoPhaseIterator[] _checks;

    /// <summary>Creates the iterator.</summary>
    /// <param name="approximation">The documents that all approximations have.</param>
    /// <param name="checks">The checks, one or more.</param>
    public ConjunctionTwoPhaseIterator(DocIdSetIterator approximation, IEnumerable<TwoPhaseIterator> checks)
        : base(approximation)
    {
        _checks = [.. checks.OrderBy(check => check.MatchCost)];
        MatchCost = _checks.Sum(check => check.MatchCost);
    }

    /// <inheritdoc/>
    public override float MatchCost { get; }

    /// <inheritdoc/>
    public override bool Matches()
    {
        foreach (TwoPhaseIterator check in _checks)
        {
            if (!check.Matches())
            {
                return false;
            }
        }

        return true;
    }
}
