using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>Byte strings one behind the other, of one length or with the address of each.</summary>
internal sealed class PlainBinaryColumn(IndexInput data, long offset, int fixedLength, DirectMonotonicReader? starts) : BinaryColumn
{
    public override ReadOnlySpan<byte> Get(int index)
    {
        if (starts is null)
        {
            return data.SpanAt(offset + ((long)index * fixedLength), fixedLength);
        }

        long start = starts.Get(index);
        long length = starts.Get(index + 1L) - start;
        return length is >= 0 and <= int.MaxValue
            ? data.SpanAt(offset + start, (int)length)
            : throw new CorruptIndexException($"value of {length} bytes", data.Name, offset + start);
    }
}
