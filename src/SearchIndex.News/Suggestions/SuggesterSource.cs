using SearchIndex.News.Query;
using SearchIndex.News.Variants;

namespace SearchIndex.News.Suggestions;

/// <summary>
/// Holds the suggester of the newest snapshot that one was made for. A newer one is made in the background when somebody asks; until it is
/// ready the older one answers, with the counts of the snapshot that is asked. Safe for several threads.
/// </summary>
internal sealed class SuggesterSource : IDisposable
{
    private readonly SuggesterBuilder _builder = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly Lock _lock = new();
    private State? _current;
    private ArticleCounts? _counts;
    private Task _building = Task.CompletedTask;
    private (IndexSnapshot? Snapshot, VariantTable? Variants) _wanted;

    /// <summary>
    /// Returns the suggester that is ready, or null when none was ever asked for; begins to make a newer one when that is of another snapshot.
    /// </summary>
    /// <param name="snapshot">The snapshot of the request, which holds it open.</param>
    /// <param name="variants">The regional variants of the request.</param>
    public Suggester? IfReady(IndexSnapshot snapshot, VariantTable variants)
    {
        State? current = Volatile.Read(ref _current);
        if (current is not null && (current.Snapshot != snapshot.Version || current.Variants != variants))
        {
            _ = BeginToMake(snapshot, variants);
        }

        return current?.Suggester;
    }

    /// <summary>Waits until there is a suggester, of this snapshot or an older one.</summary>
    /// <exception cref="IOException">The index cannot be read.</exception>
    /// <exception cref="ObjectDisposedException">The source was closed before there was one.</exception>
    public async Task<Suggester> WaitAsync(IndexSnapshot snapshot, VariantTable variants)
    {
        if (IfReady(snapshot, variants) is { } ready)
        {
            return ready;
        }

        await BeginToMake(snapshot, variants).ConfigureAwait(false);
        ObjectDisposedException.ThrowIf(_closing.IsCancellationRequested, this);
        return Volatile.Read(ref _current)!.Suggester;
    }

    /// <summary>Waits until there is the suggester of a snapshot; no longer when that is closed meanwhile, as there is a newer one then.</summary>
    /// <exception cref="IOException">The index cannot be read.</exception>
    public async Task PrepareAsync(IndexSnapshot snapshot, VariantTable variants)
    {
        Task? awaited = null;
        Task building = BeginToMake(snapshot, variants);
        while (building != awaited)
        {
            // The first may be that of an older snapshot, which was under way.
            await building.ConfigureAwait(false);
            awaited = building;
            building = BeginToMake(snapshot, variants);
        }
    }

    /// <summary>Returns the counts of a snapshot.</summary>
    public ArticleCounts CountsOf(IndexSnapshot snapshot, VariantTable variants)
    {
        ArticleCounts? counts = Volatile.Read(ref _counts);
        if (counts is null || !counts.AreOf(snapshot, variants))
        {
            counts = new ArticleCounts(snapshot, variants);
            Volatile.Write(ref _counts, counts);
        }

        return counts;
    }

    /// <summary>Stops making a suggester. The source can go on answering.</summary>
    public void Dispose() => _closing.Cancel();

    /// <summary>Begins to make the suggester of a snapshot unless one is being made, or this one was; returns the work under way or done last.</summary>
    private Task BeginToMake(IndexSnapshot snapshot, VariantTable variants)
    {
        lock (_lock)
        {
            // One that failed is not tried again until there is another snapshot; whoever waits hears of it.
            bool isWanted = _wanted == (snapshot, variants);
            bool begins = !isWanted && _building.IsCompleted && !_closing.IsCancellationRequested && snapshot.Reader.TryIncRef();
            if (begins)
            {
                // Seconds of work, and those who wait for it may hold all threads of the pool.
                _wanted = (snapshot, variants);
                _building = Task.Factory.StartNew(
                    () => Make(snapshot, variants), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            }

            return _building;
        }
    }

    private void Make(IndexSnapshot snapshot, VariantTable variants)
    {
        try
        {
            Suggester suggester = _builder.Build(snapshot, variants, CountsOf(snapshot, variants), _closing.Token);
            Volatile.Write(ref _current, new State(suggester, snapshot.Version, variants));
        }
        finally
        {
            snapshot.Reader.DecRef();
        }
    }

    private sealed record State(Suggester Suggester, string Snapshot, VariantTable Variants);
}
