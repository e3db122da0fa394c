namespace SearchIndex.Engine.Tests.Store;

/// <summary>When and how a <see cref="FaultyDirectory"/> fails.</summary>
/// <param name="Kind">What goes wrong.</param>
/// <param name="AtOperation">The first operation that fails, from 1; for a full disk how many bytes fit.</param>
/// <param name="Operations">How many operations in a row fail.</param>
/// <param name="IsSlow">Whether every operation lets the other threads go first.</param>
internal sealed record FaultPlan(FaultKind Kind, int AtOperation = 0, int Operations = 1, bool IsSlow = false)
{
    public static readonly FaultPlan None = new(FaultKind.None);

    private const int LongestWait = 260;
    private const int LargestDisk = 40_000;

    public static FaultPlan Next(Random random)
    {
        // Early operations are as interesting as late ones: half of the faults come soon.
        int at = 1 + random.Next(random.Next(2) == 0 ? LongestWait / 8 : LongestWait);
        int operations = random.Next(3) == 0 ? int.MaxValue - LongestWait : 1 + random.Next(4);
        return random.Next(9) switch
        {
            0 => None,
            1 or 2 or 3 or 4 => new FaultPlan(FaultKind.Crash, at),
            5 or 6 => new FaultPlan(FaultKind.ErrorBefore, at, operations),
            7 => new FaultPlan(FaultKind.ErrorAfter, at, operations),
            _ => new FaultPlan(FaultKind.DiskFull, random.Next(LargestDisk)),
        };
    }
}
