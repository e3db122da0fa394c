namespace SearchIndex.Engine.Search;

/// <summary>
/// The time that one or several searches have together. A search past it ends with what it found so far, where a cancelled one ends with
/// nothing. The clock is looked at between thousands of documents. For one thread at a time.
/// </summary>
public sealed class SearchDeadline
{
    private readonly TimeProvider _time;
    private readonly TimeSpan _limit;
    private readonly long _started;

    /// <summary>Starts the clock.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="limit">How long the searches may take together.</param>
    public SearchDeadline(TimeProvider time, TimeSpan limit)
    {
        ArgumentNullException.ThrowIfNull(time);
        _time = time;
        _limit = limit;
        _started = time.GetTimestamp();
    }

    /// <summary>Gets whether a search ended before it had seen all documents: what it found is a part.</summary>
    public bool IsMissed { get; private set; }

    /// <summary>Tells a search that has more to see whether it is to end, and remembers that it did.</summary>
    internal bool Ends()
    {
        IsMissed |= _time.GetElapsedTime(_started) >= _limit;
        return IsMissed;
    }
}
