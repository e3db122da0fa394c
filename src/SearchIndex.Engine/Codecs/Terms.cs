namespace SearchIndex.Engine.Codecs;

/// <summary>The terms of one field in one segment, with their sums. Safe for several threads; the enums it makes are not.</summary>
public abstract class Terms
{
    /// <summary>Gets the number of terms, 1 or more.</summary>
    public abstract long Count { get; }

    /// <summary>Gets the number of documents with at least one term, deleted ones included.</summary>
    public abstract int DocCount { get; }

    /// <summary>Gets the sum of the document frequencies.</summary>
    public abstract long SumDocFreq { get; }

    /// <summary>Gets the number of all tokens; <see cref="SumDocFreq"/> when the field keeps no frequencies.</summary>
    public abstract long SumTotalTermFreq { get; }

    /// <summary>Gets the smallest term.</summary>
    public abstract ReadOnlyMemory<byte> Min { get; }

    /// <summary>Gets the largest term.</summary>
    public abstract ReadOnlyMemory<byte> Max { get; }

    /// <summary>Returns a new enum before the first term.</summary>
    public abstract TermsEnum Iterator();
}
