namespace SearchIndex.Engine.Codecs;

/// <summary>One byte string for each document that has one.</summary>
public abstract class BinaryDocValues : DocIdSetIterator
{
    /// <summary>Gets the bytes of the current document, valid until the next move.</summary>
    public abstract ReadOnlySpan<byte> Value { get; }

    /// <summary>Moves to exactly <paramref name="target"/>, not before the current document; returns whether it has a value.</summary>
    public abstract bool AdvanceExact(int target);
}
