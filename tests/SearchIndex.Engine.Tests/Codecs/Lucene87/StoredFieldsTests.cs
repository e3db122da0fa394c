using System.Text;
using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Tests.Codecs.Lucene87;

public sealed class StoredFieldsTests
{
    [Fact]
    public void Finish_ThreeDocuments_GivesTheBytesOfTheExample()
    {
        SegmentFixture segment = Write(3, doc => new[] { "hello world", "a sentence of 25 letters.", "seventh" }[doc]);

        string chunk = TestBytes.Body(segment.Memory, "_0.fdt", Lucene87StoredFieldsFormat.FastDataCodec);
        string expected = TestBytes.HexString(
            "00 06 00 01 05 6e d2 | 00 05 01 06 06 06 06 06 06 06 06 06 05 | 00 | 50 00 0b 68 65 6c | 50 6c 6f 20 77 6f");
        Assert.StartsWith(expected, chunk, StringComparison.Ordinal);
        Assert.Equal(
            TestBytes.HexString(
                "80c025 02 | 00000003 0000000a 00000002 | 0000000000000030 0000000000000000 40400000 0000000000000000 00 | "
                + "0000000000000030 0000000000000036 42a00000 0000000000000000 00 | 0000000000000030 0000000000000086 01 fd07"),
            TestBytes.Body(segment.Memory, "_0.fdm", Lucene87StoredFieldsFormat.MetaCodec));
        Assert.Empty(TestBytes.Body(segment.Memory, "_0.fdx", Lucene87StoredFieldsFormat.IndexCodec));
    }

    [Theory]
    [InlineData(1, 10)]
    [InlineData(1, 0)]
    [InlineData(1023, 5)]
    [InlineData(1024, 5)]
    [InlineData(1025, 5)]
    [InlineData(5000, 0)]
    [InlineData(3000, 900)]
    [InlineData(20, 200_000)]
    [InlineData(3, 3_000_000)]
    public void VisitDocument_TextsOfALength_GivesThemBack(int maxDoc, int length)
    {
        string? TextOf(int doc) => doc % 10 == 9 ? null : RandomText(doc, length);
        SegmentFixture segment = Write(maxDoc, TextOf);

        using StoredFieldsReader reader = SegmentFixture.Codec.OpenStoredFields(segment.State);
        reader.CheckIntegrity();

        var random = new Random(length);
        int[] order = [.. Enumerable.Range(0, maxDoc), .. Enumerable.Range(0, Math.Min(maxDoc, 30)).Select(_ => random.Next(maxDoc))];
        foreach (int doc in order)
        {
            var visitor = new CollectingVisitor();
            reader.VisitDocument(doc, visitor);

            string[] expected = TextOf(doc) is { } text ? [text] : [];
            Assert.True(expected.SequenceEqual(visitor.Texts), $"document {doc}");
        }
    }

    [Fact]
    public void Serialized_AnyDocument_GivesWhatWasAdded()
    {
        var builder = new StoredDocumentBuilder();
        builder.AddString(0, "標題");
        builder.AddBinary(0, [1, 2, 3]);
        builder.AddInt64(0, -5);
        byte[] serialized = builder.Serialized.ToArray();
        var segment = new SegmentFixture(2, SegmentFixture.Field("f", 0, DocValuesType.None));
        using (StoredFieldsWriter writer = SegmentFixture.Codec.CreateStoredFields(segment.State))
        {
            writer.AddDocument([], 0);
            writer.AddDocument(serialized, 3);
            writer.Finish(2);
        }

        using StoredFieldsReader reader = SegmentFixture.Codec.OpenStoredFields(segment.State);

        Assert.Equal(serialized, reader.Serialized(1, out int fieldCount).ToArray());
        Assert.Equal(3, fieldCount);
        Assert.True(reader.Serialized(0, out fieldCount).IsEmpty);
        Assert.Equal(0, fieldCount);
    }

    [Fact]
    public async Task Clone_UsedByOtherThreads_ReadsTheSame()
    {
        const int maxDoc = 4000;
        SegmentFixture segment = Write(maxDoc, doc => RandomText(doc, 400));
        using StoredFieldsReader reader = SegmentFixture.Codec.OpenStoredFields(segment.State);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(thread => Task.Run(() =>
        {
            using StoredFieldsReader clone = reader.Clone();
            for (int doc = thread * 13; doc < maxDoc; doc += 97)
            {
                var visitor = new CollectingVisitor();
                clone.VisitDocument(doc, visitor);
                Assert.Equal(RandomText(doc, 400), Assert.Single(visitor.Texts));
            }
        })));
    }

    [Fact]
    public void VisitDocument_OutsideOfTheSegment_Throws()
    {
        SegmentFixture segment = Write(3, _ => "text");
        using StoredFieldsReader reader = SegmentFixture.Codec.OpenStoredFields(segment.State);

        Assert.Throws<ArgumentOutOfRangeException>(() => reader.VisitDocument(3, new CollectingVisitor()));
        Assert.Throws<ArgumentOutOfRangeException>(() => reader.VisitDocument(-1, new CollectingVisitor()));
    }

    [Fact]
    public void Finish_OtherNumberOfDocuments_Throws()
    {
        var segment = new SegmentFixture(3, SegmentFixture.Field("f", 0, DocValuesType.None));

        Assert.Throws<InvalidOperationException>(() => segment.WriteStored(["one", "two"]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void TryAddAll_ManyFullChunks_CopiesThemAsTheyAre(int before)
    {
        const int copied = (11 * Lucene87StoredFieldsFormat.MaxDocsPerChunk) + 500, after = 2;
        SegmentFixture source = Write(copied, doc => RandomText(doc, 20));
        using var reader = (Lucene87StoredFieldsReader)SegmentFixture.Codec.OpenStoredFields(source.State);
        var target = new SegmentFixture(before + copied + after, SegmentFixture.Field("text", 0, DocValuesType.None));
        using (StoredFieldsWriter writer = SegmentFixture.Codec.CreateStoredFields(target.State))
        {
            Add(writer, before);
            Assert.True(writer.TryAddAll(reader));
            Add(writer, after);
            writer.Finish(before + copied + after);
        }

        using var merged = (Lucene87StoredFieldsReader)SegmentFixture.Codec.OpenStoredFields(target.State);
        merged.CheckIntegrity();

        // Whatever was buffered before makes a chunk of its own, and so does what comes after.
        int incomplete = before > 0 ? 3 : 2;
        Assert.Equal(reader.Index.ChunkCount + incomplete - 1, merged.Index.ChunkCount);
        Assert.Equal(incomplete, merged.Index.DirtyChunks);
        Assert.True(merged.Index.DirtyDocs > reader.Index.DirtyDocs);
        for (int doc = 0; doc < before + copied + after; doc++)
        {
            var visitor = new CollectingVisitor();
            merged.VisitDocument(doc, visitor);
            string expected = doc >= before && doc < before + copied ? RandomText(doc - before, 20) : "other";
            Assert.Equal(expected, Assert.Single(visitor.Texts));
        }
    }

    [Fact]
    public void TryAddAll_IncompleteChunksOnly_RefusesAndAddsNothing()
    {
        SegmentFixture source = Write(500, doc => RandomText(doc, 20));
        using StoredFieldsReader reader = SegmentFixture.Codec.OpenStoredFields(source.State);
        var target = new SegmentFixture(1, SegmentFixture.Field("text", 0, DocValuesType.None));
        using StoredFieldsWriter writer = SegmentFixture.Codec.CreateStoredFields(target.State);

        Assert.False(writer.TryAddAll(reader));
        Add(writer, 1);
        writer.Finish(1);
    }

    [Fact]
    public void OpenStoredFields_UnknownOrMissingMode_ThrowsCorruptIndex()
    {
        SegmentFixture segment = Write(1, _ => "text");
        SegmentState WithMode(Dictionary<string, string> attributes) =>
            segment.State with { Segment = segment.State.Segment with { Attributes = attributes } };

        Assert.Throws<CorruptIndexException>(() => SegmentFixture.Codec.OpenStoredFields(WithMode([])));
        Assert.Throws<CorruptIndexException>(() => SegmentFixture.Codec.OpenStoredFields(
            WithMode(new() { [Lucene87StoredFieldsFormat.ModeAttribute] = "FAST" })));
        Assert.Throws<CorruptIndexException>(() => SegmentFixture.Codec.OpenStoredFields(
            WithMode(new() { [Lucene87StoredFieldsFormat.ModeAttribute] = "BEST_COMPRESSION" })));
    }

    private static void Add(StoredFieldsWriter writer, int count)
    {
        var builder = new StoredDocumentBuilder();
        builder.AddString(0, "other");
        for (int doc = 0; doc < count; doc++)
        {
            writer.AddDocument(builder.Serialized, builder.FieldCount);
        }
    }

    private static SegmentFixture Write(int maxDoc, Func<int, string?> textOf)
    {
        var segment = new SegmentFixture(maxDoc, SegmentFixture.Field("text", 0, DocValuesType.None));
        segment.WriteStored(Enumerable.Range(0, maxDoc).Select(textOf));
        return segment;
    }

    private static string RandomText(int seed, int length)
    {
        var random = new Random(seed);
        var text = new StringBuilder();
        while (text.Length < length)
        {
            text.Append((char)(0x4E00 + (random.Next(60) * random.Next(60))));
        }

        return text.ToString();
    }

    private sealed class CollectingVisitor : StoredFieldVisitor
    {
        public List<string> Texts { get; } = [];

        public override void StringField(FieldInfo field, ReadOnlySpan<byte> utf8) => Texts.Add(Encoding.UTF8.GetString(utf8));
    }
}
