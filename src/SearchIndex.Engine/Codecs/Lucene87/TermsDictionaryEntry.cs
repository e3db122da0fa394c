using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// What the meta file says of the distinct values of a sorted field (spec 8.8).
/// <code>
/// terms := count:vlong blockShift:int monotonicShift:int monotonic-meta maxTermLength:int termsOffset:long termsLength:long
///          addressesOffset:long addressesLength:long indexShift:int monotonic-meta indexOffset:long indexLength:long
///          indexAddressesOffset:long indexAddressesLength:long
/// </code>
/// </summary>
internal sealed class TermsDictionaryEntry
{
    private const int MaxShift = 30;

    private TermsDictionaryEntry(IndexInput meta, IndexInput data)
    {
        Count = meta.ReadVInt64();
        BlockShift = meta.ReadInt32();
        int monotonicShift = meta.ReadInt32();
        CheckShape(meta, Count, BlockShift);
        BlockStarts = DirectMonotonicReader.ReadMeta(meta, GroupCount(Count, BlockShift), monotonicShift);
        MaxTermLength = meta.ReadInt32();
        TermsOffset = meta.ReadInt64();
        TermsLength = meta.ReadInt64();
        BlockStarts.SetData(data, meta.ReadInt64(), meta.ReadInt64());
        IndexShift = meta.ReadInt32();
        CheckShape(meta, Count, IndexShift);
        KeyStarts = DirectMonotonicReader.ReadMeta(meta, GroupCount(Count, IndexShift) + 1, monotonicShift);
        KeysOffset = meta.ReadInt64();
        KeysLength = meta.ReadInt64();
        KeyStarts.SetData(data, meta.ReadInt64(), meta.ReadInt64());
        Lucene80DocValuesFormat.CheckRange(data, TermsOffset, TermsLength);
        Lucene80DocValuesFormat.CheckRange(data, KeysOffset, KeysLength);
        if (MaxTermLength < 0 || MaxTermLength > TermsLength)
        {
            throw new CorruptIndexException(
                $"longest of {Count} terms in {TermsLength} bytes has {MaxTermLength}", meta.Name, meta.Position);
        }
    }

    /// <summary>Gets the number of terms.</summary>
    public long Count { get; }

    /// <summary>Gets how many terms share a block, as a power of two.</summary>
    public int BlockShift { get; }

    /// <summary>Gets where each block starts, from the start of the terms.</summary>
    public DirectMonotonicReader BlockStarts { get; }

    public int MaxTermLength { get; }

    public long TermsOffset { get; }

    public long TermsLength { get; }

    /// <summary>Gets every how many terms the reverse index has a key, as a power of two.</summary>
    public int IndexShift { get; }

    /// <summary>Gets where each key of the reverse index starts, and the end of the last.</summary>
    public DirectMonotonicReader KeyStarts { get; }

    public long KeysOffset { get; }

    public long KeysLength { get; }

    public static TermsDictionaryEntry Read(IndexInput meta, IndexInput data) => new(meta, data);

    private static long GroupCount(long count, int shift) => count == 0 ? 0 : ((count - 1) >> shift) + 1;

    private static void CheckShape(IndexInput meta, long count, int shift)
    {
        if (count < 0 || shift is < 0 or > MaxShift)
        {
            throw new CorruptIndexException($"{count} terms in groups of 2^{shift}", meta.Name, meta.Position);
        }
    }
}
