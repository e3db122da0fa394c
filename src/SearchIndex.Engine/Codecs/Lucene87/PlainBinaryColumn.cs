using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>Byte strings one behind the other, of one length or with the address of each.</summary>
/// <param name="values">The bytes of all values, and nothing else.</param>
/// <param name="maxLength">The length of the longest value; of all, when they have no addresses.</param>
/// <param name="starts">The addresses, or null.</param>
internal sealed class PlainBinaryColumn(IndexInput values, int maxLength, DirectMonotonicReader? starts) : BinaryColumn
{
    public override ReadOnlySpan<byte> Get(int index)
    {
        if (starts is null)
        {
            return values.SpanAt((long)index * maxLength, maxLength);
        }

        long start = starts.Get(index);
        long length = starts.Get(index + 1L) - start;
        return length >= 0 && length <= maxLength
            ? values.SpanAt(start, (int)length)
            : throw new CorruptIndexException($"value of {length} bytes, the longest has {maxLength}", values.Name, start);
    }
}
