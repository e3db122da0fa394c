namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>The values of one document out of those of all: first and end, both as value numbers.</summary>
/// <param name="Next">The value to hand out next.</param>
/// <param name="End">Behind the last value.</param>
internal readonly record struct ValueRange(long Next, long End)
{
    /// <summary>Returns the values of the document with a rank; one each when there are no start addresses.</summary>
    public static ValueRange Of(DirectMonotonicReader? starts, int index) =>
        starts is null ? new ValueRange(index, index + 1L) : new ValueRange(starts.Get(index), starts.Get(index + 1L));
}
