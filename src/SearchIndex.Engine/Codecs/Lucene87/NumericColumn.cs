namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>Numbers by their rank among the documents that have one.</summary>
internal abstract class NumericColumn
{
    public abstract long Get(long index);

    /// <summary>Gets the numbers of ascending ranks.</summary>
    public virtual void Get(ReadOnlySpan<int> indexes, Span<long> values)
    {
        for (int index = 0; index < indexes.Length; index++)
        {
            values[index] = Get(indexes[index]);
        }
    }
}
