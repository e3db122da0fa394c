namespace SearchIndex.Engine.Codecs;

/// <summary>A set of byte strings for each document that has any, as ascending ordinals into the sorted distinct values.</summary>
public abstract class SortedSetDocValues : DocIdSetIterator
{
    /// <summary>The ordinal that stands for "no more".</summary>
    public const long NoMoreOrds = -1;

    /// <summary>Gets the number of distinct values; ordinals are below it.</summary>
    public abstract long ValueCount { get; }

    /// <summary>Returns the next ordinal of the current document, or <see cref="NoMoreOrds"/>.</summary>
    public abstract long NextOrd();

    /// <summary>Moves to exactly <paramref name="target"/>, not before the current document; returns whether it has values.</summary>
    public abstract bool AdvanceExact(int target);

    /// <summary>Returns the bytes of an ordinal, valid until the next call.</summary>
    public abstract ReadOnlySpan<byte> LookupOrd(long ord);
}
