namespace SearchIndex.Engine.Index;

/// <summary>A merge that is under way: what goes into it, and who may end it early.</summary>
internal sealed class RunningMerge : IDisposable
{
    private readonly CancellationTokenSource _cancellation;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Notes what begins.</summary>
    /// <param name="name">The name of the segment that comes of it.</param>
    /// <param name="sources">The segments as they are now, in document order.</param>
    /// <param name="cancellations">Each of them ends the merge.</param>
    public RunningMerge(string name, IReadOnlyList<SegmentCommitInfo> sources, params CancellationToken[] cancellations)
    {
        Name = name;
        Sources = sources;
        _cancellation = CancellationTokenSource.CreateLinkedTokenSource(cancellations);
    }

    /// <summary>Gets the name of the segment that comes of it.</summary>
    public string Name { get; }

    /// <summary>Gets the segments as they were at the beginning.</summary>
    public IReadOnlyList<SegmentCommitInfo> Sources { get; }

    /// <summary>Gets what ends the merge early.</summary>
    public CancellationToken Cancellation => _cancellation.Token;

    /// <summary>Gets a task that is done, always with success, when the merge has ended one way or the other.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Tells whether a segment goes into the merge.</summary>
    public bool Has(string segment) => Sources.Any(source => source.Info.Name == segment);

    /// <summary>Says that the merge has ended.</summary>
    public void Dispose()
    {
        _cancellation.Dispose();
        _ended.TrySetResult();
    }
}
