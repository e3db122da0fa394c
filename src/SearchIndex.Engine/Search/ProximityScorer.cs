using SearchIndex.Engine.Codecs;

namespace SearchIndex.Engine.Search;

/// <summary>
/// Finds the documents that have all units of a <see cref="ProximityQuery"/>, then looks for windows; scores by their number and gaps.
/// </summary>
internal sealed class ProximityScorer : FrequencyScorer
{
    private readonly Windows _windows;

    /// <summary>Creates the scorer over the sources of all kinds, the cheapest first; without a similarity the score is 0.</summary>
    public ProximityScorer(ProximityPlan plan, List<ProximitySource> sources, SimScorer? similarity, NormLookup? norms)
        : base(similarity, norms)
    {
        _windows = new Windows(plan, sources);
        Iterator = _windows.AsIterator();
    }

    /// <inheritdoc/>
    public override DocIdSetIterator Iterator { get; }

    /// <inheritdoc/>
    public override TwoPhaseIterator? TwoPhase => _windows;

    /// <inheritdoc/>
    protected override int CurrentDoc => _windows.Approximation.DocId;

    /// <inheritdoc/>
    protected override float SumFreq() => _windows.SumFreq();

    /// <summary>Checks that there is a window at all; counts the others when the score is wanted.</summary>
    private sealed class Windows : TwoPhaseIterator
    {
        // About as many operations as the positions of a slot cost to decode, and to put together with those of others.
        private const float CostOfSlot = 64f;

        private readonly List<ProximitySource> _sources;
        private readonly ProximityWindows _windows;
        private readonly List<ProximityOccurrence> _occurrences = [];

        public Windows(ProximityPlan plan, List<ProximitySource> sources)
            : base(new ConjunctionIterator(sources.Select(source => source.Documents)))
        {
            _sources = sources;
            _windows = new ProximityWindows(plan);
            MatchCost = sources.Sum(source => source.SlotCount) * CostOfSlot;
        }

        public override float MatchCost { get; }

        public override bool Matches()
        {
            _occurrences.Clear();
            foreach (ProximitySource source in _sources)
            {
                int before = _occurrences.Count;
                source.AddTo(_occurrences);
                if (_occurrences.Count == before)
                {
                    return false;
                }
            }

            _occurrences.Sort();
            _windows.Start(_occurrences);
            return _windows.Next();
        }

        public float SumFreq()
        {
            float freq = 0f;
            do
            {
                freq += 1f / (1f + _windows.Gap);
            }
            while (_windows.Next());
            return freq;
        }
    }
}
