namespace SearchIndex.Engine.Codecs;

/// <summary>One byte string for each document that has one, as an ordinal into the sorted distinct values.</summary>
public abstract class SortedDocValues : DocIdSetIterator
{
    /// <summary>Gets the ordinal of the current document's value.</summary>
    public abstract int OrdValue { get; }

    /// <summary>Gets the number of distinct values; ordinals are below it.</summary>
    public abstract int ValueCount { get; }

    /// <summary>Moves to exactly <paramref name="target"/>, not before the current document; returns whether it has a value.</summary>
    public abstract bool AdvanceExact(int target);

    /// <summary>Gets the ordinals of several documents at once and moves to the last of them, whether it has a value or not.</summary>
    /// <param name="docs">The documents, ascending, none before the current one.</param>
    /// <param name="ords">Receives the ordinals, -1 for a document without a value; has as much room.</param>
    public virtual void GetOrdValues(ReadOnlySpan<int> docs, Span<int> ords)
    {
        for (int index = 0; index < docs.Length; index++)
        {
            ords[index] = AdvanceExact(docs[index]) ? OrdValue : -1;
        }
    }

    /// <summary>Returns the bytes of an ordinal, valid until the next call.</summary>
    public abstract ReadOnlySpan<byte> LookupOrd(int ord);

    /// <summary>Returns the ordinal of a value, or <c>-1 - (the ordinal where it would stand)</c> when it is absent.</summary>
    public virtual int LookupTerm(ReadOnlySpan<byte> key)
    {
        int low = 0;
        int high = ValueCount - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            int order = LookupOrd(middle).SequenceCompareTo(key);
            if (order == 0)
            {
                return middle;
            }

            if (order < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return -1 - low;
    }
}
