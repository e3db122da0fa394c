namespace SearchIndex.Engine.Index;

/// <summary>Keeps the newest commits.</summary>
public sealed class KeepLastCommits : IndexDeletionPolicy
{
    private readonly int _count;

    /// <summary>Creates the policy.</summary>
    /// <param name="count">How many commits stay, 1 or more.</param>
    public KeepLastCommits(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        _count = count;
    }

    /// <inheritdoc/>
    public override IEnumerable<long> Keep(IReadOnlyList<long> generations) => generations.TakeLast(_count);
}
