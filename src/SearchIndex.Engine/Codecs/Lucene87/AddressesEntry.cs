using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>Reads and writes a sequence of addresses: <c>offset:long blockShift:vint monotonic-meta length:long</c> (spec 8.4, 8.5, 8.7).</summary>
internal static class AddressesEntry
{
    public static DirectMonotonicReader Read(IndexInput meta, IndexInput data, long count)
    {
        long offset = meta.ReadInt64();
        return ReadAfterOffset(meta, data, count, offset);
    }

    public static DirectMonotonicReader ReadAfterOffset(IndexInput meta, IndexInput data, long count, long offset)
    {
        int blockShift = meta.ReadVInt32();
        DirectMonotonicReader addresses = DirectMonotonicReader.ReadMeta(meta, count, blockShift);
        addresses.SetData(data, offset, meta.ReadInt64());
        return addresses;
    }

    public static void Write(IndexOutput meta, IndexOutput data, ReadOnlySpan<long> addresses)
    {
        long offset = data.Position;
        meta.WriteInt64(offset);
        meta.WriteVInt32(Lucene80DocValuesFormat.AddressesShift);
        DirectMonotonicWriter.Write(meta, data, addresses, Lucene80DocValuesFormat.AddressesShift);
        meta.WriteInt64(data.Position - offset);
    }
}
