namespace SearchIndex.Engine.Index;

/// <summary>
/// Counts who uses something that several share; begins with one share, of whoever made it. The last to give a share back closes the thing,
/// once. Safe for several threads.
/// </summary>
internal sealed class ReferenceCount(Action close)
{
    private int _shares = 1;

    /// <summary>Gets the number of shares; 0 when the thing is closed.</summary>
    public int Shares => Volatile.Read(ref _shares);

    /// <summary>Takes a share; false when the thing is closed already.</summary>
    public bool TryTake()
    {
        for (int shares = Shares; shares > 0; shares = Shares)
        {
            if (Interlocked.CompareExchange(ref _shares, shares + 1, shares) == shares)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Gives a share back.</summary>
    public void Give()
    {
        int left = Interlocked.Decrement(ref _shares);
        ObjectDisposedException.ThrowIf(left < 0, this);
        if (left == 0)
        {
            close();
        }
    }
}
