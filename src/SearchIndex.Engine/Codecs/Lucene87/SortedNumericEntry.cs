using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// What the meta file says of several numbers a document (spec 8.4):
/// <c>numeric numDocsWithField:int [addresses of numDocsWithField + 1 starts]</c>; the addresses only when some document has two.
/// </summary>
internal sealed class SortedNumericEntry
{
    private readonly NumericEntry _numbers;
    private readonly int _docCount;
    private readonly DirectMonotonicReader? _starts;

    private SortedNumericEntry(IndexInput meta, IndexInput data, int maxDoc)
    {
        _numbers = NumericEntry.Read(meta, data);
        _docCount = meta.ReadInt32();
        Lucene80DocValuesFormat.CheckCount(meta, _numbers.Docs, _docCount, maxDoc);
        if (_numbers.Count < _docCount)
        {
            throw new CorruptIndexException($"{_docCount} documents have {_numbers.Count} numbers", meta.Name, meta.Position);
        }

        _starts = _numbers.Count > _docCount ? AddressesEntry.Read(meta, data, _docCount + 1L) : null;
    }

    public static SortedNumericEntry Read(IndexInput meta, IndexInput data, int maxDoc) => new(meta, data, maxDoc);

    public SortedNumericDocValues Open(IndexInput data, int maxDoc) =>
        new ColumnSortedNumericDocValues(_numbers.Docs.Open(data, maxDoc, _docCount), _numbers.OpenColumn(data), _starts);
}
