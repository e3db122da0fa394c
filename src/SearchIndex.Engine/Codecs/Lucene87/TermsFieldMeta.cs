using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// What <c>.tmd</c> says of a field that has terms (spec 6.1).
/// <code>
/// VInt number, VLong terms, VInt length and root code, [VLong sum of frequencies], VLong postings, VInt documents,
/// VInt length and smallest term, VInt length and largest term, VLong place of the index in .tip,
/// header FST, 1, VInt length and code of the empty prefix reversed, label type 0, VLong root, VLong length
/// </code>
/// </summary>
internal sealed class TermsFieldMeta
{
    public required FieldInfo Field { get; init; }

    public long TermCount { get; set; }

    public long SumTotalTermFreq { get; set; }

    public long SumDocFreq { get; set; }

    public int DocCount { get; set; }

    public byte[] MinTerm { get; set; } = [];

    public byte[] MaxTerm { get; set; } = [];

    /// <summary>Gets or sets the code of the block with the empty prefix.</summary>
    public byte[] RootCode { get; set; } = [];

    /// <summary>Gets or sets where the index of the field starts in <c>.tip</c>.</summary>
    public long IndexStart { get; set; }

    public long IndexLength { get; set; }

    /// <summary>Gets or sets the address of the root in the index, 0 when the field has but the block of the empty prefix.</summary>
    public long StartNode { get; set; }

    /// <summary>Reads the entry of a field, behind its number and up to the metadata of its index.</summary>
    /// <exception cref="CorruptIndexException">The numbers contradict each other.</exception>
    public static TermsFieldMeta Read(IndexInput input, FieldInfo field, int maxDoc)
    {
        var meta = new TermsFieldMeta { Field = field, TermCount = input.ReadVInt64(), RootCode = ReadCounted(input) };
        meta.SumTotalTermFreq = field.HasFreqs ? input.ReadVInt64() : 0;
        meta.SumDocFreq = input.ReadVInt64();
        if (!field.HasFreqs)
        {
            meta.SumTotalTermFreq = meta.SumDocFreq;
        }

        meta.DocCount = input.ReadVInt32();
        meta.MinTerm = ReadCounted(input);
        meta.MaxTerm = ReadCounted(input);
        meta.IndexStart = input.ReadVInt64();
        bool possible = meta.TermCount > 0
            && meta.DocCount > 0
            && meta.DocCount <= maxDoc
            && meta.SumDocFreq >= Math.Max(meta.DocCount, meta.TermCount)
            && meta.SumTotalTermFreq >= meta.SumDocFreq
            && meta.TermCount <= long.MaxValue / 2;
        return possible
            ? meta
            : throw new CorruptIndexException(
                $"field {field.Name} has {meta.TermCount} terms, {meta.DocCount} of {maxDoc} documents, {meta.SumDocFreq} postings and "
                + $"{meta.SumTotalTermFreq} occurrences",
                input.Name,
                input.Position);
    }

    /// <summary>Writes the entry of the field.</summary>
    public void Write(IndexOutput output)
    {
        output.WriteVInt32(Field.Number);
        output.WriteVInt64(TermCount);
        WriteCounted(output, RootCode);
        if (Field.HasFreqs)
        {
            output.WriteVInt64(SumTotalTermFreq);
        }

        output.WriteVInt64(SumDocFreq);
        output.WriteVInt32(DocCount);
        WriteCounted(output, MinTerm);
        WriteCounted(output, MaxTerm);
        output.WriteVInt64(IndexStart);
        WriteIndexMeta(output);
    }

    private static byte[] ReadCounted(IndexInput input) => input.ReadSpan(input.ReadVInt32()).ToArray();

    private static void WriteCounted(IndexOutput output, ReadOnlySpan<byte> bytes)
    {
        output.WriteVInt32(bytes.Length);
        output.WriteBytes(bytes);
    }

    private void WriteIndexMeta(IndexOutput output)
    {
        CodecUtil.WriteHeader(output, FstFormat.Codec, FstFormat.Version);

        // The code of the empty prefix is a counted run of bytes that is reversed as a whole.
        var emptyOutput = new BytesBuilder();
        emptyOutput.WriteVInt32(RootCode.Length);
        emptyOutput.WriteBytes(RootCode);
        emptyOutput.Span.Reverse();
        output.WriteByte(1);
        WriteCounted(output, emptyOutput.Span);

        output.WriteByte(FstFormat.ByteLabels);
        output.WriteVInt64(StartNode);
        output.WriteVInt64(IndexLength);
    }
}
