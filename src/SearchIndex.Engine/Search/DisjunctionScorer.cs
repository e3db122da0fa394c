using SearchIndex.Engine.Codecs;

namespace SearchIndex.Engine.Search;

/// <summary>Finds what any of several scorers finds, document by document; heirs say how the scores go together.</summary>
internal abstract class DisjunctionScorer : Scorer
{
    private readonly Scorer[] _scorers;
    private readonly DisjunctionIterator _approximation;
    private readonly Verification? _verification;

    /// <summary>Creates the scorer.</summary>
    /// <param name="scorers">The scorers, one or more.</param>
    /// <param name="needsScores">Whether scores are wanted; if not, the first that matches ends a check.</param>
    protected DisjunctionScorer(IReadOnlyList<Scorer> scorers, bool needsScores)
    {
        _scorers = [.. scorers];
        _approximation = new DisjunctionIterator([.. _scorers.Select(scorer => scorer.Approximation)]);
        if (Array.Exists(_scorers, scorer => scorer.TwoPhase is not null))
        {
            _verification = new Verification(_approximation, _scorers, needsScores);
            Iterator = _verification.AsIterator();
        }
        else
        {
            Iterator = _approximation;
        }
    }

    /// <summary>Gets the scorers.</summary>
    public IReadOnlyList<Scorer> Scorers => _scorers;

    /// <inheritdoc/>
    public sealed override DocIdSetIterator Iterator { get; }

    /// <inheritdoc/>
    public sealed override TwoPhaseIterator? TwoPhase => _verification;

    /// <inheritdoc/>
    public sealed override float Score()
    {
        ReadOnlySpan<int> matching = _verification is null ? _approximation.Current() : _verification.Matching;
        return matching.Length == 1 ? _scorers[matching[0]].Score() : ScoreOf(matching, _scorers);
    }

    /// <summary>Returns the score of a document.</summary>
    /// <param name="matching">The indexes of the scorers that match it, two or more.</param>
    /// <param name="scorers">All scorers.</param>
    protected abstract float ScoreOf(ReadOnlySpan<int> matching, Scorer[] scorers);

    /// <summary>Checks which of the scorers that may match the document do match it.</summary>
    private sealed class Verification : TwoPhaseIterator
    {
        private readonly DisjunctionIterator _documents;
        private readonly TwoPhaseIterator?[] _checks;
        private readonly int[] _matching;
        private readonly bool _needsAll;
        private int _matchingCount;

        public Verification(DisjunctionIterator documents, Scorer[] scorers, bool needsAll)
            : base(documents)
        {
            _documents = documents;
            _checks = [.. scorers.Select(scorer => scorer.TwoPhase)];
            _matching = new int[scorers.Length];
            _needsAll = needsAll;
            MatchCost = scorers.Sum(scorer => scorer.TwoPhase?.MatchCost ?? 0f);
        }

        public override float MatchCost { get; }

        public ReadOnlySpan<int> Matching => _matching.AsSpan(0, _matchingCount);

        public override bool Matches()
        {
            _matchingCount = 0;
            foreach (int index in _documents.Current())
            {
                TwoPhaseIterator? check = _checks[index];
                if (check is null || check.Matches())
                {
                    _matching[_matchingCount++] = index;
                    if (!_needsAll)
                    {
                        return true;
                    }
                }
            }

            return _matchingCount > 0;
        }
    }
}
