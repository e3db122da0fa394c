using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Tests.Codecs.Lucene87;

public sealed class FieldInfosFormatTests : IDisposable
{
    private readonly MemoryDirectory _directory = new();
    private readonly SegmentInfo _segment = new("_0", new byte[16], 1);

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Write_TextAndSortedField_GivesTheBytesOfTheExample()
    {
        FieldInfo body = new("body", 0, IndexOptions.DocsAndFreqsAndPositionsAndOffsets, OmitNorms: false, DocValuesType.None);
        FieldInfo cat = new("cat", 1, IndexOptions.None, OmitNorms: false, DocValuesType.Sorted);

        Write(Lucene87Codec.Instance.WithAttributes(body), Lucene87Codec.Instance.WithAttributes(cat));

        string expected = TestBytes.HexString("02 | 04 626f6479 | 00 00 04 00 | ffffffffffffffff | 02")
            + Text("PerFieldPostingsFormat.format") + Text("Lucene84") + Text("PerFieldPostingsFormat.suffix") + Text("0") + "00"
            + TestBytes.HexString("03 636174 | 01 00 00 03 | ffffffffffffffff | 02")
            + Text("PerFieldDocValuesFormat.format") + Text("Lucene80") + Text("PerFieldDocValuesFormat.suffix") + Text("0") + "00";
        Assert.Equal(expected, TestBytes.Body(_directory, "_0.fnm", "Lucene60FieldInfos"));
    }

    [Fact]
    public void Read_FieldsOfEveryKind_GivesThemBack()
    {
        FieldInfo[] fields =
        [
            new("stored", 7, IndexOptions.None, OmitNorms: false, DocValuesType.None),
            new("id", 0, IndexOptions.Docs, OmitNorms: true, DocValuesType.None),
            new("vectors", 1, IndexOptions.DocsAndFreqsAndPositions, OmitNorms: false, DocValuesType.None)
            {
                HasTermVectors = true, HasPayloads = true,
            },
            Lucene87Codec.Instance.WithAttributes(new("deleted", 2, IndexOptions.None, OmitNorms: false, DocValuesType.Numeric)
            {
                IsSoftDeletes = true, DocValuesGeneration = 3,
            }),
            Lucene87Codec.Instance.WithAttributes(new("point", 300, IndexOptions.None, OmitNorms: false, DocValuesType.SortedNumeric)
            {
                PointDimensionCount = 2, PointIndexDimensionCount = 1, PointNumBytes = 8,
                Attributes = new Dictionary<string, string> { ["key"] = "值" },
            }),
        ];
        Write(fields);

        FieldInfos read = Lucene87Codec.Instance.ReadFieldInfos(_directory, _segment, generation: -1);

        var none = new Dictionary<string, string>();
        Assert.Equal(fields.Select(field => field with { Attributes = none }), read.Select(field => field with { Attributes = none }));
        Assert.Equal(fields.Select(field => field.Attributes), read.Select(field => field.Attributes));
    }

    [Fact]
    public void Read_OfAGeneration_WantsItsFile()
    {
        Write();

        Assert.Throws<FileNotFoundException>(() => Lucene87Codec.Instance.ReadFieldInfos(_directory, _segment, generation: 37));
        _directory.Rename("_0.fnm", "_0_11.fnm");
        Assert.Throws<CorruptIndexException>(() => Lucene87Codec.Instance.ReadFieldInfos(_directory, _segment, generation: 37));
    }

    [Fact]
    public void Read_NumberOrNameTwice_ThrowsCorruptIndex()
    {
        WriteRaw("02 | 01 61 | 00 00 00 00 ffffffffffffffff 00 00 | 01 62 | 00 00 00 00 ffffffffffffffff 00 00");

        Assert.Throws<CorruptIndexException>(() => Lucene87Codec.Instance.ReadFieldInfos(_directory, _segment, generation: -1));
    }

    [Theory]
    [InlineData("01 00 00 00 ffffffffffffffff 00 00", false)]
    [InlineData("01 01 00 00 ffffffffffffffff 00 00", true)] // Term vectors without postings.
    [InlineData("01 02 00 00 ffffffffffffffff 00 00", true)] // Omitted norms without postings.
    [InlineData("01 04 02 00 ffffffffffffffff 00 00", true)] // Payloads without positions.
    [InlineData("01 10 00 00 ffffffffffffffff 00 00", true)] // A flag that there is not.
    [InlineData("01 00 05 00 ffffffffffffffff 00 00", true)] // Index options that there are not.
    [InlineData("01 00 00 06 ffffffffffffffff 00 00", true)] // Doc values that there are not.
    [InlineData("01 00 00 00 0000000000000001 00 00", true)] // Updated doc values without doc values.
    [InlineData("01 00 00 00 ffffffffffffffff 00 01 01 00", true)] // Points of no bytes.
    public void Read_FieldThatContradictsItself_ThrowsCorruptIndex(string field, bool isCorrupt)
    {
        WriteRaw("01 | 01 61 | " + field);

        Exception? problem = Record.Exception(() => Lucene87Codec.Instance.ReadFieldInfos(_directory, _segment, generation: -1));

        Assert.Equal(isCorrupt, problem is CorruptIndexException);
        Assert.True(problem is null or CorruptIndexException);
    }

    [Fact]
    public void WithAttributes_BinaryField_SaysItsMode()
    {
        FieldInfo field = Lucene87Codec.Instance.WithAttributes(SegmentFixture.Field("b", 0, DocValuesType.Binary));

        Assert.Equal("BEST_SPEED", field.Attributes["Lucene80DocValuesFormat.mode"]);
    }

    private static string Text(string text) =>
        Convert.ToHexStringLower([(byte)text.Length, .. System.Text.Encoding.ASCII.GetBytes(text)]);

    private void Write(params FieldInfo[] fields) =>
        Lucene87Codec.Instance.WriteFieldInfos(_directory, _segment, new FieldInfos(fields));

    private void WriteRaw(string body)
    {
        using IndexOutput output = _directory.CreateOutput("_0.fnm");
        CodecUtil.WriteIndexHeader(output, "Lucene60FieldInfos", 2, _segment.Id.Span, string.Empty);
        output.WriteBytes(TestBytes.Hex(body));
        CodecUtil.WriteFooter(output);
    }
}
