using SearchIndex.Engine.Store;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>Writes numeric and sorted doc values; see <see cref="Lucene80DocValuesFormat"/>.</summary>
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
        _meta.WriteInt32(field.Number);
        _meta.WriteByte(Lucene80DocValuesFormat.NumericType);
        docs.Write(_meta);
        NumericWriter.Write(_meta, _data, docs == DocsWithFieldEntry.All ? valueByDoc : collected);
    }

    public override void WriteSorted(FieldInfo field, IReadOnlyList<byte[]> sortedValues, ReadOnlySpan<int> ordByDoc)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(sortedValues);
        ArgumentOutOfRangeException.ThrowIfNotEqual(ordByDoc.Length, _maxDoc);
        FixedBitSet docsWithField = DocsWithOrd(ordByDoc, sortedValues.Count);
        int count = docsWithField.Cardinality();
        _meta.WriteInt32(field.Number);
        _meta.WriteByte(Lucene80DocValuesFormat.SortedType);
        SegmentFiles.WriteDocsWithField(_data, docsWithField, count, _maxDoc).Write(_meta);
        _meta.WriteInt32(count);
        WriteOrds(ordByDoc, sortedValues.Count);
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

    private void WriteOrds(ReadOnlySpan<int> ordByDoc, int valueCount)
    {
        if (valueCount <= 1)
        {
            // The only ordinal is 0; Java writes neither width nor place.
            _meta.WriteByte(0);
            _meta.WriteInt64(0);
            _meta.WriteInt64(0);
            return;
        }

        long start = _data.Position;
        int bitsPerValue = DirectWriter.BitsRequired((ulong)(valueCount - 1));
        var packed = new DirectWriter(_data, bitsPerValue);
        foreach (int ord in ordByDoc)
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
