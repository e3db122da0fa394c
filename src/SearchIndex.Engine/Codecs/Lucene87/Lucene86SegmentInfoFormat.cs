using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// Reads and writes the <c>.si</c> of a segment (spec 4.1).
/// <code>
/// si := Header("Lucene86SegmentInfo", 0, id, "") version:int[3] hasMinVersion:byte minVersion:int[3] maxDoc:int
///       isCompound:byte diagnostics:map files:set attributes:map numSortFields:vint Footer
/// </code>
/// Example, from behind the header: <c>00000008 00000008 00000001 | 01 00000008 00000008 00000001 | 00000005 | 01 ...</c>
/// </summary>
internal static class Lucene86SegmentInfoFormat
{
    public const string Extension = "si";

    private const string CodecName = "Lucene86SegmentInfo";
    private const int FormatVersion = 0;
    private const byte Yes = 1;
    private const byte No = 0xFF;

    public static SegmentInfo Read(IndexDirectory directory, string segment, ReadOnlySpan<byte> id)
    {
        using IndexInput input = directory.OpenInput(IndexFileNames.SegmentFile(segment, string.Empty, Extension));
        CodecUtil.CheckWholeFile(input);
        CodecUtil.CheckIndexHeader(input, CodecName, FormatVersion, FormatVersion, id, string.Empty);
        LuceneVersion version = ReadVersion(input);
        LuceneVersion minVersion = input.ReadByte() switch
        {
            0 => version,
            1 => ReadVersion(input),
            byte marker => throw new CorruptIndexException($"marker {marker} is neither 0 nor 1", input.Name, input.Position),
        };
        int maxDoc = input.ReadInt32();
        if (maxDoc < 1)
        {
            throw new CorruptIndexException($"segment of {maxDoc} documents", input.Name, input.Position);
        }

        bool isCompound = input.ReadByte() switch
        {
            Yes => true,
            No => false,
            byte marker => throw new CorruptIndexException($"compound marker is {marker}", input.Name, input.Position),
        };
        Dictionary<string, string> diagnostics = input.ReadMap();
        HashSet<string> files = ReadFiles(input, segment);
        Dictionary<string, string> attributes = input.ReadMap();
        int sortFields = input.ReadVInt32();
        if (sortFields == 0)
        {
            // What describes a sort is not read: its segments are refused.
            CodecUtil.CheckAtFooter(input);
        }

        return new SegmentInfo(segment, id.ToArray(), maxDoc)
        {
            Version = version,
            MinVersion = minVersion,
            IsCompound = isCompound,
            HasIndexSort = sortFields != 0,
            Diagnostics = diagnostics,
            Attributes = attributes,
            Files = files,
        };
    }

    public static void Write(IndexDirectory directory, SegmentInfo segment)
    {
        string name = IndexFileNames.SegmentFile(segment.Name, string.Empty, Extension);
        if (!segment.Files.Contains(name))
        {
            throw new ArgumentException($"the files of segment {segment.Name} lack {name}", nameof(segment));
        }

        using IndexOutput output = directory.CreateOutput(name);
        CodecUtil.WriteIndexHeader(output, CodecName, FormatVersion, segment.Id.Span, string.Empty);
        WriteVersion(output, segment.Version);
        output.WriteByte(1);
        WriteVersion(output, segment.MinVersion);
        output.WriteInt32(segment.MaxDoc);
        output.WriteByte(segment.IsCompound ? Yes : No);
        output.WriteMap(segment.Diagnostics);
        output.WriteSet(segment.Files);
        output.WriteMap(segment.Attributes);
        output.WriteVInt32(0);
        CodecUtil.WriteFooter(output);
    }

    private static HashSet<string> ReadFiles(IndexInput input, string segment)
    {
        HashSet<string> files = input.ReadSet();
        foreach (string file in files)
        {
            bool belongs = file.StartsWith(segment, StringComparison.Ordinal)
                && file.Length > segment.Length && file[segment.Length] is '.' or '_';
            if (!belongs)
            {
                throw new CorruptIndexException($"file '{file}' does not belong to segment {segment}", input.Name, input.Position);
            }
        }

        return files;
    }

    private static LuceneVersion ReadVersion(IndexInput input)
    {
        var version = new LuceneVersion(input.ReadInt32(), input.ReadInt32(), input.ReadInt32());
        return version.IsPlausible ? version : throw new CorruptIndexException($"version {version}", input.Name, input.Position);
    }

    private static void WriteVersion(IndexOutput output, LuceneVersion version)
    {
        output.WriteInt32(version.Major);
        output.WriteInt32(version.Minor);
        output.WriteInt32(version.Bugfix);
    }
}
