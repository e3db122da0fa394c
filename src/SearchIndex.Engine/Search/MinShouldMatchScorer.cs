using SearchIndex.Engine.Codecs;

namespace SearchIndex.Engine.Search;

/// <summary>
/// Finds the documents that at least m of n scorers find; the score is the sum of theirs, in double precision (spec 13.2). Such a
/// document misses at most n - m of them, so it is among the documents of any n - m + 1: the rarest lead, and the m - 1 others are
/// only asked about the documents of those.
/// </summary>
internal sealed class MinShouldMatchScorer : Scorer
{
    private readonly Counting _counting;

    /// <summary>Creates the scorer.</summary>
    /// <param name="scorers">The scorers, more than <paramref name="minimum"/>.</param>
    /// <param name="minimum">How many have to match, 2 or more.</param>
    /// <param name="needsScores">Whether scores are wanted; if not, a check ends with the last match that is needed.</param>
    public MinShouldMatchScorer(IReadOnlyList<Scorer> scorers, int minimum, bool needsScores)
    {
        Scorer[] byCost = [.. scorers.OrderBy(scorer => scorer.Approximation.Cost)];
        int leadCount = byCost.Length - minimum + 1;
        var leads = new DisjunctionIterator([.. byCost.Take(leadCount).Select(scorer => scorer.Approximation)]);
        _counting = new Counting(leads, byCost, leadCount, minimum, needsScores);
        Iterator = _counting.AsIterator();
    }

    /// <inheritdoc/>
    public override DocIdSetIterator Iterator { get; }

    /// <inheritdoc/>
    public override TwoPhaseIterator? TwoPhase => _counting;

    /// <inheritdoc/>
    public override float Score()
    {
        double sum = 0;
        foreach (Scorer scorer in _counting.Matching)
        {
            sum += scorer.Score();
        }

        return (float)sum;
    }

    /// <summary>Counts the scorers that match a document of the leads.</summary>
    private sealed class Counting : TwoPhaseIterator
    {
        private readonly DisjunctionIterator _leads;
        private readonly Scorer[] _scorers;
        private readonly TwoPhaseIterator?[] _checks;
        private readonly DocIdSetIterator[] _followers;
        private readonly Scorer[] _matching;
        private readonly int _leadCount;
        private readonly int _minimum;
        private readonly bool _needsAll;
        private int _matchingCount;

        public Counting(DisjunctionIterator leads, Scorer[] scorers, int leadCount, int minimum, bool needsAll)
            : base(leads)
        {
            _leads = leads;
            _scorers = scorers;
            _checks = [.. scorers.Select(scorer => scorer.TwoPhase)];
            _followers = [.. scorers.Skip(leadCount).Select(scorer => scorer.Approximation)];
            _matching = new Scorer[scorers.Length];
            _leadCount = leadCount;
            _minimum = minimum;
            _needsAll = needsAll;
            MatchCost = scorers.Length + scorers.Sum(scorer => scorer.TwoPhase?.MatchCost ?? 0f);
        }

        public override float MatchCost { get; }

        public ReadOnlySpan<Scorer> Matching => _matching.AsSpan(0, _matchingCount);

        public override bool Matches()
        {
            _matchingCount = 0;
            foreach (int index in _leads.Current())
            {
                AddIfMatching(index);
            }

            int doc = _leads.DocId;
            for (int follower = 0; follower < _followers.Length && CanStillMatch(follower); follower++)
            {
                DocIdSetIterator documents = _followers[follower];
                int found = documents.DocId < doc ? documents.Advance(doc) : documents.DocId;
                if (found == doc)
                {
                    AddIfMatching(_leadCount + follower);
                }
            }

            return _matchingCount >= _minimum;
        }

        private bool CanStillMatch(int follower) =>
            _matchingCount + _followers.Length - follower >= _minimum && (_needsAll || _matchingCount < _minimum);

        private void AddIfMatching(int index)
        {
            TwoPhaseIterator? check = _checks[index];
            if (check is null || check.Matches())
            {
                _matching[_matchingCount++] = _scorers[index];
            }
        }
    }
}
