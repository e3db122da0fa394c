using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Tests.Codecs.Lucene87;

public sealed class Lucene84FieldsProducerTests
{
    [Fact]
    public void Constructor_UnknownFormat_NamesIt()
    {
        using SampleSegment segment = NewSegment();
        SegmentState state = WithAttributes(segment.State, "SimpleText", "0");

        var exception = Assert.Throws<NotSupportedException>(() => new Lucene84FieldsProducer(state));

        Assert.Contains("SimpleText", exception.Message, StringComparison.Ordinal);
        Assert.Contains("body", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Terms_FieldWithoutAttributes_HasNone()
    {
        using SampleSegment segment = NewSegment();
        FieldInfo[] fields = [.. segment.State.Fields.Select(field => field with { Attributes = new Dictionary<string, string>() })];

        using var producer = new Lucene84FieldsProducer(segment.State with { Fields = new FieldInfos(fields) });

        Assert.Null(producer.Terms("body"));
        Assert.Null(producer.Terms("absent"));
    }

    [Fact]
    public void Terms_TwoGroups_ComeFromTheirOwnFiles()
    {
        using SampleSegment first = NewSegment();
        using var second = new SampleSegment(10, new SampleField("title", 4, IndexOptions.Docs, [new SampleTerm([7], [1, 2], 1, 1)]));
        using var directory = new MemoryDirectory();
        foreach (string name in first.Directory.ListAll())
        {
            directory.Overwrite(name, first.Directory.ReadAllBytes(name));
        }

        foreach (string name in second.Directory.ListAll())
        {
            directory.Overwrite(name.Replace("_0.", "_1.", StringComparison.Ordinal), WithSuffix(second.Directory.ReadAllBytes(name)));
        }

        FieldInfo[] fields = [.. first.State.Fields, .. WithAttributes(second.State, Lucene84Format.Name, "1").Fields];
        var state = new SegmentState(directory, first.State.Segment, new FieldInfos(fields));

        // The second group opens positions because a field of the segment has some; its own file is as empty as it would be.
        directory.Overwrite("_0_Lucene84_1.pos", WithSuffix(EmptyPositions(first.State.Segment.Id.Span)));
        using var producer = new Lucene84FieldsProducer(state);

        Assert.Equal(1, producer.Terms("body")!.Count);
        Assert.Equal(2, producer.Terms("title")!.DocCount);
    }

    [Fact]
    public void Constructor_RecordedLengthDiffers_Throws()
    {
        using SampleSegment segment = NewSegment();
        byte[] longer = [0, .. segment.Directory.ReadAllBytes("_0_Lucene84_0.tim")[^16..]];
        segment.Directory.Overwrite("_0_Lucene84_0.tim", [.. segment.Directory.ReadAllBytes("_0_Lucene84_0.tim"), .. longer]);

        Assert.Throws<CorruptIndexException>(() => segment.Open());
    }

    [Fact]
    public void Constructor_MissingFile_ClosesTheOthers()
    {
        using SampleSegment segment = NewSegment();
        using var folder = new Testing.TemporaryFolder();
        using var directory = new FSDirectory(folder.Path);
        foreach (string name in segment.Directory.ListAll().Where(name => !name.EndsWith("tmd", StringComparison.Ordinal)))
        {
            File.WriteAllBytes(folder.At(name), segment.Directory.ReadAllBytes(name));
        }

        Assert.Throws<FileNotFoundException>(() => new Lucene84FieldsProducer(segment.State with { Directory = directory }));

        // An open file could not be opened for itself alone.
        foreach (string path in Directory.GetFiles(folder.Path))
        {
            new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose();
        }
    }

    private static SampleSegment NewSegment() =>
        new(10, new SampleField("body", 0, IndexOptions.DocsAndFreqsAndPositions, [new SampleTerm("term"u8.ToArray(), [3, 5], 2, 1)]));

    private static SegmentState WithAttributes(SegmentState state, string format, string suffix)
    {
        var attributes = new Dictionary<string, string>
        {
            [Lucene84Format.FormatAttribute] = format,
            [Lucene84Format.SuffixAttribute] = suffix,
        };
        return state with { Fields = new FieldInfos(state.Fields.Select(field => field with { Attributes = attributes })) };
    }

    private static byte[] EmptyPositions(ReadOnlySpan<byte> id)
    {
        using var directory = new MemoryDirectory();
        using (IndexOutput output = directory.CreateOutput("pos"))
        {
            CodecUtil.WriteIndexHeader(output, Lucene84Format.PosCodec, Lucene84Format.PostingsVersion, id, "Lucene84_0");
            CodecUtil.WriteFooter(output);
        }

        return directory.ReadAllBytes("pos");
    }

    /// <summary>Puts the suffix of group 1 into the headers of a file of group 0, and the checksum right.</summary>
    private static byte[] WithSuffix(byte[] bytes)
    {
        ReadOnlySpan<byte> suffix = "Lucene84_0"u8;
        for (int at = bytes.AsSpan().IndexOf(suffix); at >= 0;)
        {
            bytes[at + suffix.Length - 1] = (byte)'1';
            at = bytes.AsSpan().IndexOf(suffix);
        }

        int covered = bytes.Length - sizeof(long);
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(covered), Crc32.Append(0, bytes.AsSpan(0, covered)));
        return bytes;
    }
}
