using SearchIndex.Engine.Store;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// Reads and writes the <c>.fnm</c> of a segment (spec 4.2).
/// <code>
/// fnm   := Header("Lucene60FieldInfos", 2, id, "" or N36(generation)) count:vint field* Footer
/// field := name:string number:vint flags:byte indexOptions:byte docValuesType:byte docValuesGeneration:long attributes:map
///          dimensions:vint [indexDimensions:vint bytesPerDimension:vint]
/// </code>
/// Example of a text field with offsets: <c>04 "body" 00 00 04 00 ffffffffffffffff 02 ... 00</c>
/// </summary>
internal static class Lucene60FieldInfosFormat
{
    public const string Extension = "fnm";

    private const string CodecName = "Lucene60FieldInfos";
    private const int FormatVersion = 2;

    [Flags]
    private enum FieldFlags : byte
    {
        None = 0,
        TermVectors = 1,
        OmitNorms = 2,
        Payloads = 4,
        SoftDeletes = 8,
        All = TermVectors | OmitNorms | Payloads | SoftDeletes,
    }

    public static FieldInfos Read(IndexDirectory directory, SegmentInfo segment, long generation)
    {
        string suffix = generation == -1 ? string.Empty : IndexFileNames.ToBase36(generation);
        using IndexInput input = directory.OpenInput(IndexFileNames.SegmentFile(segment.Name, suffix, Extension));
        CodecUtil.CheckWholeFile(input);
        CodecUtil.CheckIndexHeader(input, CodecName, FormatVersion, FormatVersion, segment.Id.Span, suffix);
        int count = input.ReadVInt32();
        var fields = new List<FieldInfo>();
        for (int index = 0; index < count; index++)
        {
            FieldInfo field = ReadField(input);
            fields.Add(IsConsistent(field) && PerFieldAttributes.AreComplete(field)
                ? field
                : throw new CorruptIndexException($"field '{field.Name}' contradicts itself or names no files", input.Name, input.Position));
        }

        CodecUtil.CheckAtFooter(input);
        try
        {
            return new FieldInfos(fields);
        }
        catch (ArgumentException problem)
        {
            throw new CorruptIndexException($"{problem.Message} (file {input.Name})", problem);
        }
    }

    public static void Write(IndexDirectory directory, SegmentInfo segment, FieldInfos fields)
    {
        using IndexOutput output = directory.CreateOutput(IndexFileNames.SegmentFile(segment.Name, string.Empty, Extension));
        CodecUtil.WriteIndexHeader(output, CodecName, FormatVersion, segment.Id.Span, string.Empty);
        output.WriteVInt32(fields.Count);
        foreach (FieldInfo field in fields)
        {
            WriteField(output, IsConsistent(field)
                ? field
                : throw new ArgumentException($"field {field} contradicts itself", nameof(fields)));
        }

        CodecUtil.WriteFooter(output);
    }

    private static FieldInfo ReadField(IndexInput input)
    {
        string name = input.ReadString();
        int number = input.ReadVInt32();
        var flags = (FieldFlags)input.ReadByte();
        byte indexOptions = input.ReadByte();
        byte docValuesType = input.ReadByte();
        if (number < 0 || (flags & ~FieldFlags.All) != 0
            || indexOptions > (byte)IndexOptions.DocsAndFreqsAndPositionsAndOffsets
            || docValuesType > (byte)DocValuesType.SortedNumeric)
        {
            throw new CorruptIndexException(
                $"field '{name}' has number {number}, flags {flags}, index options {indexOptions}, doc values {docValuesType}",
                input.Name,
                input.Position);
        }

        long generation = input.ReadInt64();
        Dictionary<string, string> attributes = input.ReadMap();
        int dimensions = input.ReadVInt32();
        return new FieldInfo(
            name, number, (IndexOptions)indexOptions, flags.HasFlag(FieldFlags.OmitNorms), (DocValuesType)docValuesType)
        {
            HasTermVectors = flags.HasFlag(FieldFlags.TermVectors),
            HasPayloads = flags.HasFlag(FieldFlags.Payloads),
            IsSoftDeletes = flags.HasFlag(FieldFlags.SoftDeletes),
            DocValuesGeneration = generation,
            Attributes = attributes,
            PointDimensionCount = dimensions,
            PointIndexDimensionCount = dimensions == 0 ? 0 : input.ReadVInt32(),
            PointNumBytes = dimensions == 0 ? 0 : input.ReadVInt32(),
        };
    }

    private static void WriteField(IndexOutput output, FieldInfo field)
    {
        FieldFlags flags = (field.HasTermVectors ? FieldFlags.TermVectors : FieldFlags.None)
            | (field.OmitNorms ? FieldFlags.OmitNorms : FieldFlags.None)
            | (field.HasPayloads ? FieldFlags.Payloads : FieldFlags.None)
            | (field.IsSoftDeletes ? FieldFlags.SoftDeletes : FieldFlags.None);
        output.WriteString(field.Name);
        output.WriteVInt32(field.Number);
        output.WriteByte((byte)flags);
        output.WriteByte((byte)field.IndexOptions);
        output.WriteByte((byte)field.DocValuesType);
        output.WriteInt64(field.DocValuesGeneration);
        output.WriteMap(field.Attributes);
        output.WriteVInt32(field.PointDimensionCount);
        if (field.PointDimensionCount != 0)
        {
            output.WriteVInt32(field.PointIndexDimensionCount);
            output.WriteVInt32(field.PointNumBytes);
        }
    }

    // The rules that Java checks as well.
    private static bool IsConsistent(FieldInfo field)
    {
        bool postings = field.IsIndexed || !(field.HasTermVectors || field.OmitNorms || field.HasPayloads);
        bool payloads = !field.HasPayloads || field.HasPositions;
        bool docValues = field.DocValuesGeneration == -1
            || (field.DocValuesGeneration > 0 && field.DocValuesType != DocValuesType.None);
        bool points = field.PointDimensionCount >= 0
            && field.PointDimensionCount == 0 == (field.PointNumBytes == 0)
            && field.PointIndexDimensionCount <= field.PointDimensionCount;
        return postings && payloads && docValues && points;
    }
}
