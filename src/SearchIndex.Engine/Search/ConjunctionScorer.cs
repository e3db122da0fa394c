using SearchIndex.Engine.Codecs;

namespace SearchIndex.Engine.Search;

/// <summary>Finds what all of several scorers find; the score is the sum of some of theirs, in double precision (spec 13.2).</summary>
internal sealed class ConjunctionScorer : Scorer
{
    private readonly Scorer[] _scoring;

    /// <summary>Creates the scorer.</summary>
    /// <param name="required">The scorers that must match, one or more.</param>
    /// <param name="scoring">Those among them whose scores count; may be empty.</param>
    public ConjunctionScorer(IReadOnlyList<Scorer> required, IReadOnlyList<Scorer> scoring)
    {
        _scoring = [.. scoring];
        var approximation = new ConjunctionIterator(required.Select(scorer => scorer.Approximation));
        TwoPhaseIterator[] checks = [.. required.Select(scorer => scorer.TwoPhase).OfType<TwoPhaseIterator>()];
        if (checks.Length > 0)
        {
            TwoPhase = new ConjunctionTwoPhaseIterator(approximation, checks);
            Iterator = TwoPhase.AsIterator();
        }
        else
        {
            Iterator = approximation;
        }
    }

    /// <inheritdoc/>
    public override DocIdSetIterator Iterator { get; }

    /// <inheritdoc/>
    public override TwoPhaseIterator? TwoPhase { get; }

    /// <inheritdoc/>
    public override float Score()
    {
        double sum = 0;
        foreach (Scorer scorer in _scoring)
        {
            sum += scorer.Score();
        }

        return (float)sum;
    }
}
