using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// What the meta file says of sets of ordinals (spec 8.7).
/// <code>
/// set := 00 SortedEntry
///      | 01 docsWithField:19 bytes bitsPerValue:byte ordsOffset:long ordsLength:long numDocsWithField:int
///        addresses-of-numDocsWithField+1-starts terms
/// </code>
/// </summary>
internal sealed class SortedSetEntry
{
    private readonly SortedEntry? _single;
    private readonly DocsWithFieldEntry _docs;
    private readonly int _docCount;
    private readonly int _bitsPerValue;
    private readonly long _ordsOffset;
    private readonly DirectMonotonicReader? _starts;
    private readonly TermsDictionaryEntry? _terms;

    private SortedSetEntry(IndexInput meta, IndexInput data, int maxDoc)
    {
        byte multiValued = meta.ReadByte();
        if (multiValued > Lucene80DocValuesFormat.MultiValued)
        {
            throw new CorruptIndexException($"marker {multiValued} is neither 0 nor 1", meta.Name, meta.Position);
        }

        if (multiValued == Lucene80DocValuesFormat.SingleValued)
        {
            _single = SortedEntry.Read(meta, data, maxDoc);
            return;
        }

        _docs = DocsWithFieldEntry.Read(meta);
        _bitsPerValue = DirectReader.CheckWidth(meta.ReadByte(), meta);
        _ordsOffset = meta.ReadInt64();
        long ordsLength = meta.ReadInt64();
        _docCount = meta.ReadInt32();
        Lucene80DocValuesFormat.CheckCount(meta, _docs, _docCount, maxDoc);
        _starts = AddressesEntry.Read(meta, data, _docCount + 1L);
        Lucene80DocValuesFormat.CheckPacked(data, _ordsOffset, ordsLength, _starts.Get(_docCount), _bitsPerValue);
        _terms = TermsDictionaryEntry.Read(meta, data);
    }

    public static SortedSetEntry Read(IndexInput meta, IndexInput data, int maxDoc) => new(meta, data, maxDoc);

    public SortedSetDocValues Open(IndexInput data, int maxDoc) => _single is not null
        ? _single.OpenAsSet(data, maxDoc)
        : new ColumnSortedSetDocValues(
            _docs.Open(data, maxDoc, _docCount),
            new PackedColumn(data, _ordsOffset, _bitsPerValue, min: 0, gcd: 1),
            _starts,
            new TermsDictionary(_terms!, data));
}
