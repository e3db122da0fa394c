using SearchIndex.Engine.Store;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>Writes doc values of all types; see <see cref="Lucene80DocValuesFormat"/>.</summary>
internal sealed class Lucene80DocValuesConsumer : DocValuesConsumer
{
    private readonly int _maxDoc;
    private readonly IndexOutput _data;
    private readonly IndexOutput _meta;

    public Lucene80DocValuesConsumer(SegmentState state)
    {
        SegmentInfo segment = state.Segment;
        _maxDoc = segment.MaxDoc;
        string suffix = PerFieldAttributes.FileSuffix(Lucene80DocValuesFormat.Name, PerFieldAttributes.OnlySuffix);
        (_data, _meta) = SegmentFiles.CreatePair(
            state.Directory,
            IndexFileNames.SegmentFile(segment.Name, suffix, Lucene80DocValuesFormat.DataExtension),
            IndexFileNames.SegmentFile(segment.Name, suffix, Lucene80DocValuesFormat.MetaExtension));
        CodecUtil.WriteIndexHeader(
            _data, Lucene80DocValuesFormat.DataCodec, Lucene80DocValuesFormat.FormatVersion, segment.Id.Span, suffix);
        CodecUtil.WriteIndexHeader(
            _meta, Lucene80DocValuesFormat.MetaCodec, Lucene80DocValuesFormat.FormatVersion, segment.Id.Span, suffix);
    }

    public override void WriteNumeric(FieldInfo field, FixedBitSet? docsWithField, ReadOnlySpan<long> valueByDoc)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentOutOfRangeException.ThrowIfNotEqual(valueByDoc.Length, _maxDoc);
        int count = docsWithField?.Cardinality() ?? _maxDoc;
        DocsWithFieldEntry docs = SegmentFiles.WriteDocsWithField(_data, docsWithField, count, _maxDoc);
        long[] collected = docs == DocsWithFieldEntry.All ? [] : Collect(docsWithField!, valueByDoc, count);
        StartField(field, Lucene80DocValuesFormat.NumericType);
        docs.Write(_meta);
        NumericWriter.Write(_meta, _data, docs == DocsWithFieldEntry.All ? valueByDoc : collected);
    }

    public override void WriteSorted(FieldInfo field, IReadOnlyList<byte[]> sortedValues, ReadOnlySpan<int> ordByDoc)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(sortedValues);
        ArgumentOutOfRangeException.ThrowIfNotEqual(ordByDoc.Length, _maxDoc);
        StartField(field, Lucene80DocValuesFormat.SortedType);
        WriteSortedEntry(sortedValues, ordByDoc);
    }

    public override void WriteBinary(FieldInfo field, ReadOnlySpan<byte[]?> valueByDoc)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentOutOfRangeException.ThrowIfNotEqual(valueByDoc.Length, _maxDoc);
        var docsWithField = new FixedBitSet(_maxDoc);
        var starts = new List<long> { 0 };
        int minLength = int.MaxValue;
        int maxLength = 0;
        long dataStart = _data.Position;
        for (int doc = 0; doc < valueByDoc.Length; doc++)
        {
            if (valueByDoc[doc] is { } value)
            {
                docsWithField.Set(doc);
                minLength = Math.Min(minLength, value.Length);
                maxLength = Math.Max(maxLength, value.Length);
                _data.WriteBytes(value);
                starts.Add(_data.Position - dataStart);
            }
        }

        int count = starts.Count - 1;
        StartField(field, Lucene80DocValuesFormat.BinaryType);
        _meta.WriteInt64(dataStart);
        _meta.WriteInt64(_data.Position - dataStart);
        SegmentFiles.WriteDocsWithField(_data, docsWithField, count, _maxDoc).Write(_meta);
        _meta.WriteInt32(count);
        _meta.WriteInt32(minLength);
        _meta.WriteInt32(maxLength);
        if (minLength < maxLength)
        {
            AddressesEntry.Write(_meta, _data, [.. starts]);
        }
    }

    public override void WriteSortedNumeric(FieldInfo field, ReadOnlySpan<int> startByDoc, ReadOnlySpan<long> values)
    {
        ArgumentNullException.ThrowIfNull(field);
        (FixedBitSet docsWithField, long[] starts) = NonEmptyRanges(startByDoc, values.Length);
        int count = starts.Length - 1;
        StartField(field, Lucene80DocValuesFormat.SortedNumericType);
        SegmentFiles.WriteDocsWithField(_data, docsWithField, count, _maxDoc).Write(_meta);
        NumericWriter.Write(_meta, _data, values);
        _meta.WriteInt32(count);
        if (values.Length > count)
        {
            AddressesEntry.Write(_meta, _data, starts);
        }
    }

    public override void WriteSortedSet(
        FieldInfo field, IReadOnlyList<byte[]> sortedValues, ReadOnlySpan<int> startByDoc, ReadOnlySpan<int> ords)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(sortedValues);
        (FixedBitSet docsWithField, long[] starts) = NonEmptyRanges(startByDoc, ords.Length);
        int count = starts.Length - 1;
        StartField(field, Lucene80DocValuesFormat.SortedSetType);
        if (ords.Length == count)
        {
            _meta.WriteByte(Lucene80DocValuesFormat.SingleValued);
            WriteSortedEntry(sortedValues, SpreadOverDocuments(docsWithField, ords));
            return;
        }

        _meta.WriteByte(Lucene80DocValuesFormat.MultiValued);
        SegmentFiles.WriteDocsWithField(_data, docsWithField, count, _maxDoc).Write(_meta);
        WritePackedOrds(ords, sortedValues.Count);
        _meta.WriteInt32(count);
        AddressesEntry.Write(_meta, _data, starts);
        TermsDictionaryWriter.Write(_meta, _data, sortedValues);
    }

    public override void Finish()
    {
        _meta.WriteInt32(Lucene80DocValuesFormat.EndOfFields);
        CodecUtil.WriteFooter(_meta);
        CodecUtil.WriteFooter(_data);
    }

    protected override void Dispose(bool disposing)
    {
        using (_data)
        {
            _meta.Dispose();
        }
    }

    private static long[] Collect(FixedBitSet docs, ReadOnlySpan<long> valueByDoc, int count)
    {
        var values = new long[count];
        int filled = 0;
        for (int doc = docs.NextSetBit(0); doc >= 0; doc = docs.NextSetBit(doc + 1))
        {
            values[filled++] = valueByDoc[doc];
        }

        return values;
    }

    private static FixedBitSet DocsWithOrd(ReadOnlySpan<int> ordByDoc, int valueCount)
    {
        var docs = new FixedBitSet(ordByDoc.Length);
        for (int doc = 0; doc < ordByDoc.Length; doc++)
        {
            if (ordByDoc[doc] >= valueCount)
            {
                throw new ArgumentException($"document {doc} has ordinal {ordByDoc[doc]} of {valueCount} values", nameof(ordByDoc));
            }

            if (ordByDoc[doc] >= 0)
            {
                docs.Set(doc);
            }
        }

        return docs;
    }

    // The documents with values, and where the values of each start; then the end of all.
    private (FixedBitSet Documents, long[] Starts) NonEmptyRanges(ReadOnlySpan<int> startByDoc, int valueCount)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(startByDoc.Length, _maxDoc + 1);
        ArgumentOutOfRangeException.ThrowIfNotEqual(startByDoc[^1], valueCount);
        var documents = new FixedBitSet(_maxDoc);
        var starts = new List<long>();
        for (int doc = 0; doc < _maxDoc; doc++)
        {
            if (startByDoc[doc] < startByDoc[doc + 1])
            {
                documents.Set(doc);
                starts.Add(startByDoc[doc]);
            }
        }

        starts.Add(valueCount);
        return (documents, [.. starts]);
    }

    private int[] SpreadOverDocuments(FixedBitSet docsWithField, ReadOnlySpan<int> ords)
    {
        var ordByDoc = new int[_maxDoc];
        Array.Fill(ordByDoc, -1);
        int next = 0;
        for (int doc = docsWithField.NextSetBit(0); doc >= 0; doc = docsWithField.NextSetBit(doc + 1))
        {
            ordByDoc[doc] = ords[next++];
        }

        return ordByDoc;
    }

    private void StartField(FieldInfo field, byte type)
    {
        _meta.WriteInt32(field.Number);
        _meta.WriteByte(type);
    }

    private void WriteSortedEntry(IReadOnlyList<byte[]> sortedValues, ReadOnlySpan<int> ordByDoc)
    {
        FixedBitSet docsWithField = DocsWithOrd(ordByDoc, sortedValues.Count);
        int count = docsWithField.Cardinality();
        SegmentFiles.WriteDocsWithField(_data, docsWithField, count, _maxDoc).Write(_meta);
        _meta.WriteInt32(count);
        if (sortedValues.Count > 1)
        {
            WritePackedOrds(ordByDoc, sortedValues.Count);
        }
        else
        {
            // The only ordinal is 0; Java writes neither width nor place.
            _meta.WriteByte(0);
            _meta.WriteInt64(0);
            _meta.WriteInt64(0);
        }

        TermsDictionaryWriter.Write(_meta, _data, sortedValues);
    }

    // Ordinals below 0 stand for documents without a value.
    private void WritePackedOrds(ReadOnlySpan<int> ords, int valueCount)
    {
        long start = _data.Position;
        int bitsPerValue = DirectWriter.BitsRequired((ulong)(valueCount - 1));
        var packed = new DirectWriter(_data, bitsPerValue);
        foreach (int ord in ords)
        {
            if (ord >= 0)
            {
                packed.Add((ulong)ord);
            }
        }

        packed.Finish();
        _meta.WriteByte((byte)bitsPerValue);
        _meta.WriteInt64(start);
        _meta.WriteInt64(_data.Position - start);
    }
}
