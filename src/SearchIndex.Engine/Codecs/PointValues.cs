namespace SearchIndex.Engine.Codecs;

/// <summary>
/// The points of one field in one segment: values of a fixed number of bytes, compared as unsigned bytes, in a tree that finds ranges. A
/// document may have several. Points of deleted documents are there as well. Safe for several threads.
/// </summary>
public abstract class PointValues
{
    /// <summary>Gets the number of points, 1 or more.</summary>
    public abstract long Count { get; }

    /// <summary>Gets the number of documents with at least one point.</summary>
    public abstract int DocCount { get; }

    /// <summary>Gets the bytes of a value.</summary>
    public abstract int BytesPerPoint { get; }

    /// <summary>Gets the smallest value.</summary>
    public abstract ReadOnlySpan<byte> Min { get; }

    /// <summary>Gets the largest value.</summary>
    public abstract ReadOnlySpan<byte> Max { get; }

    /// <summary>Shows the visitor the points that it looks for, in ascending order of value, then of document.</summary>
    /// <exception cref="Store.CorruptIndexException">The tree is damaged.</exception>
    public abstract void Intersect(PointVisitor visitor);
}
