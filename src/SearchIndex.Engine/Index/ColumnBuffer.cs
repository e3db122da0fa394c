using System.Text;
using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Documents;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Index;

/// <summary>The doc values of one field in a <see cref="SegmentBuffer"/>: at most one value a document.</summary>
internal sealed class ColumnBuffer(FieldInfo info)
{
    private const int BytesPerValue = 12;

    private readonly List<int> _docIds = [];
    private readonly List<long> _values = []; // Numbers, or ordinals in the order of first sight.
    private readonly Dictionary<string, int> _ordinals = new(StringComparer.Ordinal);

    public FieldInfo Info => info;

    public long MemoryBytes => ((long)_docIds.Count * BytesPerValue) + (_ordinals.Count * 64L);

    /// <summary>Sets the value of a document.</summary>
    /// <exception cref="ArgumentException">The document has one already.</exception>
    public void Add(int docId, Field field)
    {
        if (_docIds.Count > 0 && _docIds[^1] == docId)
        {
            throw new ArgumentException($"field {info.Name} has more than one doc value in a document");
        }

        _values.Add(info.DocValuesType == DocValuesType.Numeric ? field.Number : Ordinal(field));
        _docIds.Add(docId);
    }

    /// <summary>Forgets the value of a document that failed halfway.</summary>
    public void Abandon(int docId)
    {
        if (_docIds.Count > 0 && _docIds[^1] == docId)
        {
            _docIds.RemoveAt(_docIds.Count - 1);
            _values.RemoveAt(_values.Count - 1);
        }
    }

    /// <summary>Writes the column.</summary>
    public void Write(DocValuesConsumer consumer, int maxDoc)
    {
        if (info.DocValuesType == DocValuesType.Numeric)
        {
            WriteNumeric(consumer, maxDoc);
        }
        else
        {
            WriteSorted(consumer, maxDoc);
        }
    }

    private int Ordinal(Field field)
    {
        string text = field.Text ?? throw new ArgumentException($"field {info.Name} is sorted, which takes a text");
        if (!_ordinals.TryGetValue(text, out int ordinal))
        {
            ordinal = _ordinals.Count;
            _ordinals.Add(text, ordinal);
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

    private void WriteSorted(DocValuesConsumer consumer, int maxDoc)
    {
        // An abandoned document may have left a value that nobody uses; only used ones may be written.
        var bytesByOrdinal = new byte[_ordinals.Count][];
        foreach ((string text, int ordinal) in _ordinals)
        {
            bytesByOrdinal[ordinal] = Encoding.UTF8.GetBytes(text);
        }

        byte[][] sorted = [.. _values.Distinct().Select(value => bytesByOrdinal[value]).Distinct(ByteEquality.Instance).Order(Utf8Order.Instance)];
        var ordByDoc = new int[maxDoc];
        Array.Fill(ordByDoc, -1);
        for (int index = 0; index < _docIds.Count; index++)
        {
            ordByDoc[_docIds[index]] = Array.BinarySearch(sorted, bytesByOrdinal[_values[index]], Utf8Order.Instance);
        }

        consumer.WriteSorted(info, sorted, ordByDoc);
    }
}
