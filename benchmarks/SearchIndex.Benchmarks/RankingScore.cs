namespace SearchIndex.Benchmarks;

/// <summary>Sums up where the right answers stood. An answer that is missing among the hits counts as 0.</summary>
internal sealed class RankingScore
{
    private double _reciprocalRanks;
    private int _first;
    private int _found;

    public int Questions { get; private set; }

    public double MeanReciprocalRank => _reciprocalRanks / Questions;

    public double RecallAt1 => (double)_first / Questions;

    public double RecallAt10 => (double)_found / Questions;

    /// <summary>Adds a question by the place of its answer, from 0, or -1 when it was not among the ten.</summary>
    public void Add(int place)
    {
        Questions++;
        if (place >= 0)
        {
            _reciprocalRanks += 1.0 / (place + 1);
            _first += place == 0 ? 1 : 0;
            _found++;
        }
    }
}
