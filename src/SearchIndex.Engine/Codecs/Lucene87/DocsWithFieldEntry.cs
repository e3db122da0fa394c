using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// Which documents have a value, as norms and doc values record it (spec 7, 8):
/// <c>offset:long length:long jumpTableEntryCount:short denseRankPower:byte</c>, 19 bytes.
/// </summary>
/// <param name="Offset"><see cref="NoDocuments"/>, <see cref="AllDocuments"/>, or where an IndexedDISI starts in the data file.</param>
/// <param name="Length">The bytes of the IndexedDISI, jump table included.</param>
/// <param name="JumpTableEntryCount">The pairs in the jump table, or -1 without an IndexedDISI.</param>
/// <param name="DenseRankPower">The power of the rank table of dense blocks, or -1 for none.</param>
internal readonly record struct DocsWithFieldEntry(long Offset, long Length, short JumpTableEntryCount, sbyte DenseRankPower)
{
    /// <summary>The offset that says that no document has a value.</summary>
    public const long NoDocuments = -2;

    /// <summary>The offset that says that all documents have a value.</summary>
    public const long AllDocuments = -1;

    public static DocsWithFieldEntry None { get; } = new(NoDocuments, 0, -1, -1);

    public static DocsWithFieldEntry All { get; } = new(AllDocuments, 0, -1, -1);

    public static DocsWithFieldEntry Read(IndexInput meta)
    {
        var entry = new DocsWithFieldEntry(meta.ReadInt64(), meta.ReadInt64(), meta.ReadInt16(), (sbyte)meta.ReadByte());
        bool plausible = entry.Offset is NoDocuments or AllDocuments
            || (entry.Offset >= 0 && entry.Length >= 0 && entry.JumpTableEntryCount >= 0
                && entry.DenseRankPower is -1 or (>= IndexedDisi.MinRankPower and <= IndexedDisi.MaxRankPower));
        return plausible ? entry : throw new CorruptIndexException($"documents with a value are {entry}", meta.Name, meta.Position);
    }

    public void Write(IndexOutput meta)
    {
        meta.WriteInt64(Offset);
        meta.WriteInt64(Length);
        meta.WriteInt16(JumpTableEntryCount);
        meta.WriteByte((byte)DenseRankPower);
    }

    /// <summary>Opens an iterator of its own over the documents.</summary>
    /// <param name="data">The data file.</param>
    /// <param name="maxDoc">The number of documents of the segment.</param>
    /// <param name="cost">How many of them have a value.</param>
    public DocsWithField Open(IndexInput data, int maxDoc, long cost) => Offset switch
    {
        NoDocuments => new AllDocs(0),
        AllDocuments => new AllDocs(maxDoc),
        _ => new IndexedDisi(data, this, maxDoc, cost),
    };
}
