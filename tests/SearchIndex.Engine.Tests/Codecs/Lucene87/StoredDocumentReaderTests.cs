using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Tests.Codecs.Lucene87;

public sealed class StoredDocumentReaderTests
{
    [Theory]
    [InlineData("02 03", -2)]
    [InlineData("02 04", 2)]
    [InlineData("02 ffffffff0f", int.MinValue)]
    public void Visit_Int32_GivesTheNumber(string document, int expected) => Assert.Equal([expected], Visit(document));

    [Theory]
    [InlineData("03 80", -1f)]
    [InlineData("03 81", 0f)]
    [InlineData("03 fe", 125f)]
    [InlineData("03 3fc00000", 1.5f)]
    [InlineData("03 ff bfc00000", -1.5f)]
    [InlineData("03 ff 80000000", -0f)]
    public void Visit_Single_GivesTheNumber(string document, float expected) => Assert.Equal([expected], Visit(document));

    [Theory]
    [InlineData("05 80", -1d)]
    [InlineData("05 fd", 124d)]
    [InlineData("05 fe bfc00000", -1.5d)]
    [InlineData("05 3fb999999999999a", 0.1d)]
    [InlineData("05 ff bfb999999999999a", -0.1d)]
    public void Visit_Double_GivesTheNumber(string document, double expected) => Assert.Equal([expected], Visit(document));

    [Theory]
    [InlineData("04 02", 1L)]
    [InlineData("04 01", -1L)]
    [InlineData("04 20 01", 16L)]
    [InlineData("04 42", 1000L)]
    [InlineData("04 82", 3_600_000L)]
    [InlineData("04 c3", -172_800_000L)]
    public void Visit_Int64_GivesTheNumber(string document, long expected) => Assert.Equal([expected], Visit(document));

    [Fact]
    public void Visit_NumbersThatTheBuilderWrote_GivesThemBack()
    {
        var random = new Random(40);
        long[] units = [1, 1000, 3_600_000, 86_400_000];
        long[] numbers =
        [
            long.MinValue, long.MaxValue, 0, 15, 16, -16, -17,
            .. Enumerable.Range(0, 2000).Select(_ => (random.NextInt64() >> random.Next(64)) / 86_400_000 * units[random.Next(4)]),
        ];
        var builder = new StoredDocumentBuilder();
        Array.ForEach(numbers, number => builder.AddInt64(0, number));

        Assert.Equal(numbers.Cast<object>(), Visit(Convert.ToHexString(builder.Serialized), numbers.Length));
    }

    [Fact]
    public void Visit_FieldThatIsNotNeeded_PassesOverIt()
    {
        // Strings, bytes and numbers of field 1, which nobody wants, around one of field 0.
        Assert.Equal([7L], Visit("08 02 6869 | 09 01 ff | 0a 02 | 0b 80 | 0c 20 01 | 0d 80 | 04 0e", 7));
    }

    [Theory]
    [InlineData("06 00")] // A type that there is not.
    [InlineData("10 00")] // A field that there is not.
    [InlineData("00 05 61")] // A string longer than the document.
    [InlineData("00 ffffffff0f")] // A string of negative length.
    [InlineData("02 03 00")] // A byte too many.
    [InlineData("03")] // A byte too few.
    [InlineData("05 ff 00")]
    [InlineData("04 20")]
    public void Visit_DamagedDocument_ThrowsCorruptIndex(string document)
    {
        Assert.Throws<CorruptIndexException>(() => Visit(document));
    }

    private static List<object> Visit(string document, int fieldCount = 1)
    {
        var visitor = new CollectingVisitor();
        var fields = new FieldInfos(
            [SegmentFixture.Field("wanted", 0, DocValuesType.None), SegmentFixture.Field("other", 1, DocValuesType.None)]);
        StoredDocumentReader.Visit(TestBytes.Open(TestBytes.Hex(document)), fieldCount, fields, visitor);
        return visitor.Values;
    }

    private sealed class CollectingVisitor : StoredFieldVisitor
    {
        public List<object> Values { get; } = [];

        public override bool Needs(FieldInfo field) => field.Number == 0;

        public override void Int32Field(FieldInfo field, int value) => Values.Add(value);

        public override void Int64Field(FieldInfo field, long value) => Values.Add(value);

        public override void SingleField(FieldInfo field, float value) => Values.Add(value);

        public override void DoubleField(FieldInfo field, double value) => Values.Add(value);
    }
}
