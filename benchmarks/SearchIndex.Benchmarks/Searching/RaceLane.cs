namespace SearchIndex.Benchmarks.Searching;

/// <summary>One set in one mode, and the times of both sides.</summary>
/// <param name="Number">The number of the set, from 0.</param>
/// <param name="Set">The set.</param>
/// <param name="Mode">The mode.</param>
internal sealed record RaceLane(int Number, RaceSet Set, RaceMode Mode)
{
    /// <summary>Gets the times of our engine.</summary>
    public RaceTimes Ours { get; } = new();

    /// <summary>Gets the times of Apache Lucene.</summary>
    public RaceTimes Java { get; } = new();

    /// <summary>Gets whether both sides are to find the very same: pages differ in their passages.</summary>
    public bool IsComparable => Mode is not (RaceMode.Page or RaceMode.Tuned);
}
