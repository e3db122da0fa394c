using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// Packs the files of a segment into one (spec 11.2).
/// <code>
/// cfs := Header("Lucene50CompoundData", 0, id, "") file* Footer           byte for byte, nothing in between
/// cfe := Header("Lucene50CompoundEntries", 0, id, "") count:vint (name:string offset:long length:long)* Footer
/// </code>
/// The names lack the segment's name: <c>.fnm</c>, <c>_Lucene84_0.doc</c>.
/// </summary>
internal static class Lucene50CompoundFormat
{
    public const string DataExtension = "cfs";
    public const string EntriesExtension = "cfe";
    public const string DataCodec = "Lucene50CompoundData";
    public const string EntriesCodec = "Lucene50CompoundEntries";
    public const int FormatVersion = 0;

    private const int CopyBytes = 1 << 20;

    public static IReadOnlyCollection<string> Write(
        IndexDirectory directory, SegmentInfo segment, IReadOnlyCollection<string> files)
    {
        string dataName = IndexFileNames.SegmentFile(segment.Name, string.Empty, DataExtension);
        string entriesName = IndexFileNames.SegmentFile(segment.Name, string.Empty, EntriesExtension);
        using IndexOutput data = directory.CreateOutput(dataName);
        using IndexOutput entries = directory.CreateOutput(entriesName);
        CodecUtil.WriteIndexHeader(data, DataCodec, FormatVersion, segment.Id.Span, string.Empty);
        CodecUtil.WriteIndexHeader(entries, EntriesCodec, FormatVersion, segment.Id.Span, string.Empty);
        entries.WriteVInt32(files.Count);
        foreach (string file in files)
        {
            if (!file.StartsWith(segment.Name, StringComparison.Ordinal))
            {
                throw new ArgumentException($"file '{file}' does not belong to segment {segment.Name}", nameof(files));
            }

            long offset = data.Position;
            Copy(directory, file, data);
            entries.WriteString(file[segment.Name.Length..]);
            entries.WriteInt64(offset);
            entries.WriteInt64(data.Position - offset);
        }

        CodecUtil.WriteFooter(data);
        CodecUtil.WriteFooter(entries);
        return [dataName, entriesName];
    }

    private static void Copy(IndexDirectory directory, string file, IndexOutput output)
    {
        using IndexInput input = directory.OpenInput(file);
        CodecUtil.CheckWholeFile(input); // Whatever damaged the file shall not get into the new one unseen.
        while (input.Position < input.Length)
        {
            output.WriteBytes(input.ReadSpan((int)Math.Min(CopyBytes, input.Length - input.Position)));
        }
    }
}
