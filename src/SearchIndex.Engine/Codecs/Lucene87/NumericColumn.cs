namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>Numbers by their rank among the documents that have one.</summary>
internal abstract class NumericColumn
{
    public abstract long Get(long index);
}
