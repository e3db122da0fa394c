using System.Text;
using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Documents;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Index;

/// <summary>The doc values of one field in a <see cref="SegmentBuffer"/>.</summary>
internal sealed class ColumnBuffer(FieldInfo info)
{
    private const int BytesPerValue = 12;
    private const int BytesPerText = 64; // Besides its characters: the entry of the table and the head of the string.

    private readonly List<int> _docIds = []; // One entry for each value; ascending.
    private readonly List<long> _values = []; // Numbers, or ordinals in the order of first sight.
    private readonly Dictionary<string, int> _ordinals = new(StringComparer.Ordinal);
    private long _textBytes;

    public FieldInfo Info => info;

    public long MemoryBytes => ((long)_docIds.Count * BytesPerValue) + _textBytes;

    private bool IsMultiValued => info.DocValuesType is DocValuesType.SortedSet or DocValuesType.SortedNumeric;

    /// <summary>Adds a value of a document.</summary>
    /// <exception cref="ArgumentException">The document has one already, and the column takes no second one.</exception>
    public void Add(int docId, Field field)
    {
        if (!IsMultiValued && _docIds.Count > 0 && _docIds[^1] == docId)
        {
            throw new ArgumentException($"field {info.Name} has more than one doc value in a document");
        }

        _values.Add(info.DocValuesType is DocValuesType.Numeric or DocValuesType.SortedNumeric ? field.Number : Ordinal(field));
        _docIds.Add(docId);
    }

    /// <summary>Forgets the values of a document that failed halfway.</summary>
    public void Abandon(int docId)
    {
        while (_docIds.Count > 0 && _docIds[^1] == docId)
        {
            _docIds.RemoveAt(_docIds.Count - 1);
            _values.RemoveAt(_values.Count - 1);
        }
    }

    /// <summary>Writes the column.</summary>
    public void Write(DocValuesConsumer consumer, int maxDoc)
    {
        switch (info.DocValuesType)
        {
            case DocValuesType.Numeric:
                WriteNumeric(consumer, maxDoc);
                break;
            case DocValuesType.Binary:
                WriteBinary(consumer, maxDoc);
                break;
            case DocValuesType.Sorted:
                WriteSorted(consumer, maxDoc);
                break;
            case DocValuesType.SortedSet:
                WriteSortedSet(consumer, maxDoc);
                break;
            default:
                WriteSortedNumeric(consumer, maxDoc);
                break;
        }
    }

    private int Ordinal(Field field)
    {
        string text = field.Text ?? throw new ArgumentException($"field {info.Name} is {info.DocValuesType}, which takes a text");
        if (!_ordinals.TryGetValue(text, out int ordinal))
        {
            ordinal = _ordinals.Count;
            _ordinals.Add(text, ordinal);
            _textBytes += BytesPerText + ((long)text.Length * sizeof(char));
        }

        return ordinal;
    }

    private void WriteNumeric(DocValuesConsumer consumer, int maxDoc)
    {
        var values = new long[maxDoc];
        FixedBitSet? docsWithField = _docIds.Count == maxDoc ? null : new FixedBitSet(maxDoc);
        for (int index = 0; index < _docIds.Count; index++)
        {
            values[_docIds[index]] = _values[index];
            docsWithField?.Set(_docIds[index]);
        }

        consumer.WriteNumeric(info, docsWithField, values);
    }

    private void WriteBinary(DocValuesConsumer consumer, int maxDoc)
    {
        byte[][] bytesByOrdinal = BytesByOrdinal();
        var values = new byte[maxDoc][];
        for (int index = 0; index < _docIds.Count; index++)
        {
            values[_docIds[index]] = bytesByOrdinal[_values[index]];
        }

        consumer.WriteBinary(info, values);
    }

    private void WriteSorted(DocValuesConsumer consumer, int maxDoc)
    {
        (byte[][] sorted, int[] sortedOrd) = SortUsedValues();
        var ordByDoc = new int[maxDoc];
        Array.Fill(ordByDoc, -1);
        for (int index = 0; index < _docIds.Count; index++)
        {
            ordByDoc[_docIds[index]] = sortedOrd[_values[index]];
        }

        consumer.WriteSorted(info, sorted, ordByDoc);
    }

    private void WriteSortedSet(DocValuesConsumer consumer, int maxDoc)
    {
        (byte[][] sorted, int[] sortedOrd) = SortUsedValues();
        var ranges = new ValueRanges<int>(maxDoc);
        foreach ((int docId, List<long> values) in Documents())
        {
            foreach (int ord in values.Select(value => sortedOrd[value]).Distinct().Order())
            {
                ranges.Add(docId, ord);
            }
        }

        (int[] startByDoc, int[] ords) = ranges.Finish();
        consumer.WriteSortedSet(info, sorted, startByDoc, ords);
    }

    private void WriteSortedNumeric(DocValuesConsumer consumer, int maxDoc)
    {
        var ranges = new ValueRanges<long>(maxDoc);
        foreach ((int docId, List<long> values) in Documents())
        {
            foreach (long value in values.Order())
            {
                ranges.Add(docId, value);
            }
        }

        (int[] startByDoc, long[] numbers) = ranges.Finish();
        consumer.WriteSortedNumeric(info, startByDoc, numbers);
    }

    private IEnumerable<(int DocId, List<long> Values)> Documents()
    {
        for (int start = 0; start < _docIds.Count;)
        {
            int end = start + 1;
            while (end < _docIds.Count && _docIds[end] == _docIds[start])
            {
                end++;
            }

            yield return (_docIds[start], _values.GetRange(start, end - start));
            start = end;
        }
    }

    private byte[][] BytesByOrdinal()
    {
        var bytesByOrdinal = new byte[_ordinals.Count][];
        foreach ((string text, int ordinal) in _ordinals)
        {
            bytesByOrdinal[ordinal] = Encoding.UTF8.GetBytes(text);
        }

        return bytesByOrdinal;
    }

    // An abandoned document may have left a value that nobody uses; only used ones may be written.
    private (byte[][] Sorted, int[] SortedOrd) SortUsedValues()
    {
        byte[][] bytesByOrdinal = BytesByOrdinal();
        byte[][] sorted = [.. _values.Distinct().Select(value => bytesByOrdinal[value]).Distinct(ByteEquality.Instance).Order(Utf8Order.Instance)];
        int[] sortedOrd = [.. bytesByOrdinal.Select(bytes => Array.BinarySearch(sorted, bytes, Utf8Order.Instance))];
        return (sorted, sortedOrd);
    }
}
