namespace SearchIndex.Engine.Codecs;

/// <summary>One or more numbers, ascending, for each document that has any.</summary>
public abstract class SortedNumericDocValues : DocIdSetIterator
{
    /// <summary>Gets how many numbers the current document has, 1 or more.</summary>
    public abstract int DocValueCount { get; }

    /// <summary>Returns the next number of the current document; at most <see cref="DocValueCount"/> times.</summary>
    public abstract long NextValue();

    /// <summary>Moves to exactly <paramref name="target"/>, not before the current document; returns whether it has numbers.</summary>
    public abstract bool AdvanceExact(int target);
}
