namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>Byte strings by their rank among the documents that have one.</summary>
internal abstract class BinaryColumn
{
    /// <summary>Returns the bytes of a value, valid until the next call.</summary>
    public abstract ReadOnlySpan<byte> Get(int index);
}
