namespace SearchIndex.News.Query.Paging;

/// <summary>
/// Keeps the snapshots that cursors go on in, for some time after they were last used. They are few: where another is to be kept, one
/// goes whose cursors nobody has followed, or else the one that was used longest ago. Safe for several threads.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="lifetime">How long a snapshot is kept after its last use.</param>
/// <param name="limit">How many are kept at most, 1 or more.</param>
internal sealed class KeptSnapshots(TimeProvider time, TimeSpan lifetime, int limit) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly List<Kept> _kept = [];
    private bool _disposed;

    /// <summary>Keeps a snapshot that the caller holds a share of.</summary>
    public void Keep(IndexSnapshot snapshot)
    {
        lock (_lock)
        {
            DropExpired();
            if (_kept.Find(kept => kept.Snapshot == snapshot) is { } known)
            {
                known.LastUsed = time.GetTimestamp();
            }
            else if (!_disposed && snapshot.Reader.TryIncRef())
            {
                MakeRoom();
                _kept.Add(new Kept(snapshot) { LastUsed = time.GetTimestamp() });
            }
        }
    }

    /// <summary>Returns a kept snapshot with a share for the caller, or null when it is gone.</summary>
    /// <param name="fingerprint">The <see cref="IndexSnapshot.Fingerprint"/>.</param>
    public IndexSnapshot? TryAcquire(ulong fingerprint)
    {
        lock (_lock)
        {
            DropExpired();
            if (_kept.Find(kept => kept.Snapshot.Fingerprint == fingerprint) is not { } known || !known.Snapshot.Reader.TryIncRef())
            {
                return null;
            }

            known.LastUsed = time.GetTimestamp();
            known.IsFollowed = true;
            return known.Snapshot;
        }
    }

    /// <summary>Lets go of what was not used for too long.</summary>
    public void Expire()
    {
        lock (_lock)
        {
            DropExpired();
        }
    }

    /// <summary>Lets go of everything.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
            _kept.ForEach(static kept => kept.Snapshot.Reader.DecRef());
            _kept.Clear();
        }
    }

    private void DropExpired()
    {
        foreach (Kept expired in _kept.FindAll(kept => time.GetElapsedTime(kept.LastUsed) > lifetime))
        {
            Drop(expired);
        }
    }

    private void MakeRoom()
    {
        while (_kept.Count >= limit)
        {
            Drop(_kept.OrderBy(kept => kept.IsFollowed).ThenBy(kept => kept.LastUsed).First());
        }
    }

    private void Drop(Kept kept)
    {
        _kept.Remove(kept);
        kept.Snapshot.Reader.DecRef();
    }

    private sealed class Kept(IndexSnapshot snapshot)
    {
        public IndexSnapshot Snapshot { get; } = snapshot;

        public long LastUsed { get; set; }

        public bool IsFollowed { get; set; }
    }
}
