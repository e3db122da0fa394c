using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>The inside of a compound segment as a directory that can only be read; see <see cref="Lucene50CompoundFormat"/>.</summary>
internal sealed class Lucene50CompoundDirectory : IndexDirectory
{
    private readonly IndexInput _data;
    private readonly Dictionary<string, (long Offset, long Length)> _entries;

    private Lucene50CompoundDirectory(IndexInput data, Dictionary<string, (long Offset, long Length)> entries)
    {
        _data = data;
        _entries = entries;
    }

    public static Lucene50CompoundDirectory Open(IndexDirectory directory, SegmentInfo segment)
    {
        Dictionary<string, (long Offset, long Length)> entries = ReadEntries(directory, segment);
        IndexInput data = directory.OpenInput(
            IndexFileNames.SegmentFile(segment.Name, string.Empty, Lucene50CompoundFormat.DataExtension));
        try
        {
            CodecUtil.CheckIndexHeader(
                data,
                Lucene50CompoundFormat.DataCodec,
                Lucene50CompoundFormat.FormatVersion,
                Lucene50CompoundFormat.FormatVersion,
                segment.Id.Span,
                string.Empty);
            CodecUtil.RetrieveChecksum(data);
            CheckEntries(data, entries);
            return new Lucene50CompoundDirectory(data, entries);
        }
        catch
        {
            data.Dispose();
            throw;
        }
    }

    public override IReadOnlyList<string> ListAll() => [.. _entries.Keys.Order(StringComparer.Ordinal)];

    public override bool FileExists(string name) => _entries.ContainsKey(name);

    public override long FileLength(string name) => Find(name).Length;

    public override IndexInput OpenInput(string name)
    {
        (long offset, long length) = Find(name);
        return _data.Slice($"{_data.Name}:{name}", offset, length);
    }

    public override IndexOutput CreateOutput(string name) => throw ReadOnly();

    public override void DeleteFile(string name) => throw ReadOnly();

    public override void Rename(string source, string destination) => throw ReadOnly();

    public override void Sync(IReadOnlyCollection<string> names) => throw ReadOnly();

    public override void SyncMetadata() => throw ReadOnly();

    public override IDisposable ObtainLock(string name) => throw ReadOnly();

    protected override void Dispose(bool disposing)
    {
        _data.Dispose();
        base.Dispose(disposing);
    }

    private static Dictionary<string, (long Offset, long Length)> ReadEntries(IndexDirectory directory, SegmentInfo segment)
    {
        using IndexInput input = directory.OpenInput(
            IndexFileNames.SegmentFile(segment.Name, string.Empty, Lucene50CompoundFormat.EntriesExtension));
        CodecUtil.CheckWholeFile(input);
        CodecUtil.CheckIndexHeader(
            input,
            Lucene50CompoundFormat.EntriesCodec,
            Lucene50CompoundFormat.FormatVersion,
            Lucene50CompoundFormat.FormatVersion,
            segment.Id.Span,
            string.Empty);
        int count = input.ReadVInt32();
        var entries = new Dictionary<string, (long Offset, long Length)>(StringComparer.Ordinal);
        for (int index = 0; index < count; index++)
        {
            string name = segment.Name + input.ReadString();
            if (!entries.TryAdd(name, (input.ReadInt64(), input.ReadInt64())))
            {
                throw new CorruptIndexException($"file {name} occurs twice", input.Name, input.Position);
            }
        }

        CodecUtil.CheckAtFooter(input);
        return entries;
    }

    // The files must follow each other from the header to the footer without a gap.
    private static void CheckEntries(IndexInput data, Dictionary<string, (long Offset, long Length)> entries)
    {
        long expected = data.Position;
        foreach ((string name, (long offset, long length)) in entries.OrderBy(entry => entry.Value.Offset))
        {
            if (offset != expected || length < CodecUtil.FooterLength)
            {
                throw new CorruptIndexException($"file {name} of {length} bytes starts at {offset}", data.Name, expected);
            }

            expected += length;
        }

        if (expected != data.Length - CodecUtil.FooterLength)
        {
            throw new CorruptIndexException($"{data.Length} bytes, the files end here", data.Name, expected);
        }
    }

    private static NotSupportedException ReadOnly() => new("the inside of a compound file can only be read");

    private (long Offset, long Length) Find(string name) =>
        _entries.TryGetValue(name, out (long Offset, long Length) entry)
            ? entry
            : throw new FileNotFoundException($"file {name} is not in {_data.Name}", name);
}
