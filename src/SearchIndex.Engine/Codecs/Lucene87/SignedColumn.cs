using System.Buffers.Binary;
using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>Signed numbers of 1, 2, 4 or 8 bytes one behind the other, as norms are kept.</summary>
internal sealed class SignedColumn(IndexInput data, long offset, int width) : NumericColumn
{
    public override long Get(long index)
    {
        ReadOnlySpan<byte> bytes = data.SpanAt(offset + (index * width), width);
        return width switch
        {
            1 => (sbyte)bytes[0],
            2 => BinaryPrimitives.ReadInt16BigEndian(bytes),
            4 => BinaryPrimitives.ReadInt32BigEndian(bytes),
            _ => BinaryPrimitives.ReadInt64BigEndian(bytes),
        };
    }
}
