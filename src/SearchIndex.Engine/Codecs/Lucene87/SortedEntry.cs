using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// What the meta file says of one ordinal a document (spec 8.6):
/// <c>docsWithField:19 bytes numDocsWithField:int bitsPerValue:byte ordsOffset:long ordsLength:long terms</c>.
/// Example of blue, red, blue: <c>... 00000003 01 ...</c> with the packed ordinals <c>40 00 00 00</c>.
/// </summary>
internal sealed class SortedEntry
{
    private readonly DocsWithFieldEntry _docs;
    private readonly int _docCount;
    private readonly int _bitsPerValue;
    private readonly long _ordsOffset;
    private readonly TermsDictionaryEntry _terms;

    private SortedEntry(IndexInput meta, IndexInput data, int maxDoc)
    {
        _docs = DocsWithFieldEntry.Read(meta);
        _docCount = meta.ReadInt32();
        Lucene80DocValuesFormat.CheckCount(meta, _docs, _docCount, maxDoc);
        _bitsPerValue = DirectReader.CheckWidth(meta.ReadByte(), meta);
        _ordsOffset = meta.ReadInt64();
        Lucene80DocValuesFormat.CheckPacked(data, _ordsOffset, meta.ReadInt64(), _docCount, _bitsPerValue);
        _terms = TermsDictionaryEntry.Read(meta, data);
        if (_terms.Count > _docCount || (_terms.Count == 0 && _docCount > 0))
        {
            throw new CorruptIndexException($"{_docCount} documents have {_terms.Count} distinct values", meta.Name, meta.Position);
        }
    }

    public static SortedEntry Read(IndexInput meta, IndexInput data, int maxDoc) => new(meta, data, maxDoc);

    public SortedDocValues Open(IndexInput data, int maxDoc) => new ColumnSortedDocValues(
        _docs.Open(data, maxDoc, _docCount),
        new PackedColumn(data, _ordsOffset, _bitsPerValue, min: 0, gcd: 1),
        new TermsDictionary(_terms, data));

    /// <summary>Opens the same as a set of one ordinal for each document.</summary>
    public SortedSetDocValues OpenAsSet(IndexInput data, int maxDoc) => new ColumnSortedSetDocValues(
        _docs.Open(data, maxDoc, _docCount),
        new PackedColumn(data, _ordsOffset, _bitsPerValue, min: 0, gcd: 1),
        starts: null,
        new TermsDictionary(_terms, data));
}
