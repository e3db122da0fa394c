using SearchIndex.Engine.Codecs;

namespace SearchIndex.Engine.Search;

/// <summary>
/// Tells the best score that a term can have in a range of documents, from the impacts of the lowest level of skip data that spans the
/// range (spec 13.6). Since a score does not fall with the frequency nor rise with the norm, the best of the competitive pairs bounds all.
/// </summary>
internal sealed class ImpactsMaxScore
{
    private readonly ImpactsEnum _impacts;
    private readonly SimScorer _similarity;
    private readonly float _bound;

    // For each level up to which document the best score below is right.
    private int[] _upTo = [];
    private float[] _scores = [];

    /// <summary>Creates the bounds.</summary>
    public ImpactsMaxScore(ImpactsEnum impacts, SimScorer similarity)
    {
        _impacts = impacts;
        _similarity = similarity;
        _bound = similarity.Score(int.MaxValue, NormLookup.WithoutNorms);
    }

    /// <summary>Returns the last document of the block that holds a document.</summary>
    public int UpTo(int from)
    {
        _impacts.AdvanceShallow(from);
        return _impacts.ImpactsUpTo(0);
    }

    /// <summary>Returns the best score from one document to another, both inclusive.</summary>
    public float Get(int from, int upTo)
    {
        _impacts.AdvanceShallow(from);
        int levels = _impacts.ImpactLevels;
        for (int level = 0; level < levels; level++)
        {
            int end = _impacts.ImpactsUpTo(level);
            if (end >= upTo)
            {
                return end == DocIdSetIterator.NoMoreDocs ? _bound : OfLevel(level, end);
            }
        }

        return _bound;
    }

    private float OfLevel(int level, int end)
    {
        if (level >= _upTo.Length)
        {
            Array.Resize(ref _upTo, level + 1);
            Array.Resize(ref _scores, level + 1);
        }

        if (_upTo[level] != end)
        {
            _upTo[level] = end;
            _scores[level] = BestOf(_impacts.Impacts(level));
        }

        return _scores[level];
    }

    private float BestOf(ReadOnlySpan<Impact> impacts)
    {
        float best = 0f;
        foreach (Impact impact in impacts)
        {
            best = Math.Max(best, _similarity.Score(impact.Freq, (byte)impact.Norm));
        }

        return best;
    }
}
