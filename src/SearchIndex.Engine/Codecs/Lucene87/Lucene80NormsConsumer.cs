using SearchIndex.Engine.Store;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>Writes norms of one byte, or one constant; see <see cref="Lucene80NormsFormat"/>.</summary>
internal sealed class Lucene80NormsConsumer : NormsConsumer
{
    private readonly int _maxDoc;
    private readonly IndexOutput _data;
    private readonly IndexOutput _meta;

    public Lucene80NormsConsumer(SegmentState state)
    {
        SegmentInfo segment = state.Segment;
        _maxDoc = segment.MaxDoc;
        (_data, _meta) = SegmentFiles.CreatePair(
            state.Directory,
            IndexFileNames.SegmentFile(segment.Name, string.Empty, Lucene80NormsFormat.DataExtension),
            IndexFileNames.SegmentFile(segment.Name, string.Empty, Lucene80NormsFormat.MetaExtension));
        CodecUtil.WriteIndexHeader(
            _data, Lucene80NormsFormat.DataCodec, Lucene80NormsFormat.FormatVersion, segment.Id.Span, string.Empty);
        CodecUtil.WriteIndexHeader(
            _meta, Lucene80NormsFormat.MetaCodec, Lucene80NormsFormat.FormatVersion, segment.Id.Span, string.Empty);
    }

    public override void WriteField(FieldInfo field, FixedBitSet? docsWithField, ReadOnlySpan<byte> normByDoc)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentOutOfRangeException.ThrowIfNotEqual(normByDoc.Length, _maxDoc);
        int count = docsWithField?.Cardinality() ?? _maxDoc;
        byte[] norms = CollectNorms(docsWithField, normByDoc, count);
        bool constant = norms.AsSpan().IndexOfAnyExcept(count == 0 ? (byte)0 : norms[0]) < 0;

        _meta.WriteInt32(field.Number);
        SegmentFiles.WriteDocsWithField(_data, docsWithField, count, _maxDoc).Write(_meta);
        _meta.WriteInt32(count);
        _meta.WriteByte(constant ? (byte)0 : (byte)1);
        if (constant)
        {
            _meta.WriteInt64(count == 0 ? 0 : (sbyte)norms[0]);
            return;
        }

        _meta.WriteInt64(_data.Position);
        _data.WriteBytes(norms);
    }

    public override void Finish()
    {
        _meta.WriteInt32(Lucene80NormsFormat.EndOfFields);
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

    private static byte[] CollectNorms(FixedBitSet? docsWithField, ReadOnlySpan<byte> normByDoc, int count)
    {
        if (docsWithField is null)
        {
            return normByDoc.ToArray();
        }

        var norms = new byte[count];
        int filled = 0;
        for (int doc = docsWithField.NextSetBit(0); doc >= 0; doc = docsWithField.NextSetBit(doc + 1))
        {
            norms[filled++] = normByDoc[doc];
        }

        return norms;
    }
}
