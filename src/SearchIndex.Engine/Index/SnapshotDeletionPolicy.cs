namespace SearchIndex.Engine.Index;

/// <summary>
/// Keeps what another policy keeps, and the commits that somebody holds, for example while they are copied. Snapshots live in this object
/// only; they end with the process. Safe for several threads.
/// </summary>
public sealed class SnapshotDeletionPolicy : IndexDeletionPolicy
{
    private readonly IndexDeletionPolicy _inner;
    private readonly Dictionary<long, int> _holders = [];
    private readonly Lock _lock = new();

    /// <summary>Creates the policy around another.</summary>
    public SnapshotDeletionPolicy(IndexDeletionPolicy inner)
    {
        ArgumentNullException.ThrowIfNull(inner);
        _inner = inner;
    }

    /// <summary>Holds a commit until <see cref="Release"/> is called as often as this.</summary>
    public void Hold(SegmentInfos commit)
    {
        ArgumentNullException.ThrowIfNull(commit);
        lock (_lock)
        {
            _holders[commit.Generation] = _holders.GetValueOrDefault(commit.Generation) + 1;
        }
    }

    /// <summary>Lets a commit go; its files go with the next commit of the writer.</summary>
    /// <exception cref="InvalidOperationException">Nobody holds it.</exception>
    public void Release(SegmentInfos commit)
    {
        ArgumentNullException.ThrowIfNull(commit);
        lock (_lock)
        {
            int holders = _holders.GetValueOrDefault(commit.Generation);
            if (holders == 0)
            {
                throw new InvalidOperationException($"nobody holds commit {commit.Generation}");
            }

            if (holders == 1)
            {
                _holders.Remove(commit.Generation);
            }
            else
            {
                _holders[commit.Generation] = holders - 1;
            }
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<long> Keep(IReadOnlyList<long> generations)
    {
        lock (_lock)
        {
            return [.. _inner.Keep(generations).Union(generations.Where(_holders.ContainsKey))];
        }
    }
}
