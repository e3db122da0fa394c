namespace SearchIndex.Engine.Index;

/// <summary>Decides which commits stay readable. The newest always stays.</summary>
public abstract class IndexDeletionPolicy
{
    /// <summary>Gets the policy that keeps the newest commit only.</summary>
    public static IndexDeletionPolicy KeepOnlyLastCommit { get; } = new KeepLastCommits(1);

    /// <summary>Returns the generations to keep.</summary>
    /// <param name="generations">The generations of all commits, ascending, one or more.</param>
    public abstract IEnumerable<long> Keep(IReadOnlyList<long> generations);
}
