namespace SearchIndex.Engine.Codecs;

/// <summary>One number for each document that has one: doc values, or the norms of a field.</summary>
public abstract class NumericDocValues : DocIdSetIterator
{
    /// <summary>Gets the number of the current document.</summary>
    public abstract long Value { get; }

    /// <summary>Moves to exactly <paramref name="target"/>, not before the current document; returns whether it has a number.</summary>
    public abstract bool AdvanceExact(int target);
}
