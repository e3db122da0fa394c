namespace SearchIndex.Engine.Index;

/// <summary>The terms of a <see cref="TermTable"/> in the order of the index.</summary>
/// <param name="ids">The term numbers, in order.</param>
/// <param name="utf8">The bytes of all terms, by number.</param>
/// <param name="starts">Where the bytes of each number start, and the end.</param>
internal sealed class SortedTerms(int[] ids, byte[] utf8, int[] starts) : IComparer<int>
{
    /// <summary>Gets the term numbers in ascending order of their bytes.</summary>
    public int[] Ids => ids;

    /// <summary>Returns the bytes of a term number.</summary>
    public ReadOnlySpan<byte> Bytes(int id) => utf8.AsSpan(starts[id], starts[id + 1] - starts[id]);

    /// <inheritdoc/>
    public int Compare(int x, int y) => Bytes(x).SequenceCompareTo(Bytes(y));
}
