namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>The same number everywhere.</summary>
internal sealed class ConstantColumn(long value) : NumericColumn
{
    public override long Get(long index) => value;
}
