using System.Text;
using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Tests.Codecs.Lucene87;

public sealed class DocValuesTests
{
    /// <summary>Numbers by the form that they should be written in.</summary>
    public static TheoryData<string> Forms => new(NumbersOfForm.Keys);

    private static Dictionary<string, Func<Random, long>> NumbersOfForm { get; } = new()
    {
        ["constant"] = _ => -77,
        ["table"] = random => new[] { long.MinValue, -3, 4, 1L << 60 }[random.Next(4)],
        ["days"] = random => 86_400_000L * random.Next(100_000),
        ["dayswithoffset"] = random => 5 - (86_400_000L * random.Next(100_000)),
        ["bits"] = random => random.Next(2),
        ["small"] = random => 1000 + random.Next(30_000),
        ["anything"] = random => random.NextInt64(long.MinValue, long.MaxValue),
        ["extremes"] = random => random.Next(300) switch { 0 => long.MaxValue, 1 => long.MinValue, int other => other },
    };

    [Fact]
    public void Write_SortedAndNumericField_GivesTheBytesOfTheExample()
    {
        var segment = new SegmentFixture(
            3, SegmentFixture.Field("cat", 1, DocValuesType.Sorted), SegmentFixture.Field("num", 2, DocValuesType.Numeric));

        segment.WriteDocValues(values =>
        {
            values.WriteSorted(segment["cat"], [[.. "blue"u8], [.. "red"u8]], [0, 1, 0]);
            values.WriteNumeric(segment["num"], null, [10, 15, 20]);
        });

        const string none = "ffffffffffffffff 0000000000000000 ffff ff";
        const string zeros = "0000000000000000 00000000 0000000000000000 00";
        string expected = TestBytes.HexString(
            $"00000001 02 {none} 00000003 01 0000000000000039 0000000000000004 | 02 00000004 00000010 {zeros} 00000004 "
            + "000000000000003d 0000000000000009 0000000000000046 0000000000000000 | "
            + $"0000000a {zeros} 0000000000000046 0000000000000000 0000000000000046 0000000000000000 | "
            + $"00000002 00 {none} 0000000000000003 ffffffff 02 000000000000000a 0000000000000005 "
            + "0000000000000046 0000000000000004 ffffffffffffffff | ffffffff");
        Assert.Equal(expected, TestBytes.Body(segment.Memory, "_0_Lucene80_0.dvm", Lucene80DocValuesFormat.MetaCodec, "Lucene80_0"));
        Assert.Equal(
            TestBytes.HexString("40 000000 | 04 626c7565 20 726564 | 18 000000"),
            TestBytes.Body(segment.Memory, "_0_Lucene80_0.dvd", Lucene80DocValuesFormat.DataCodec, "Lucene80_0"));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void GetNumeric_NumbersOfAForm_GivesThemBack(string form)
    {
        foreach ((int maxDoc, int oneIn) in new[] { (1, 1), (5000, 1), (5000, 4), (140_000, 60) })
        {
            var random = new Random(maxDoc);
            FixedBitSet docs = RandomDocs(random, maxDoc, oneIn);
            long[] numbers = [.. Enumerable.Range(0, maxDoc).Select(_ => NumbersOfForm[form](random))];
            var segment = new SegmentFixture(maxDoc, SegmentFixture.Field("n", 0, DocValuesType.Numeric));
            segment.WriteDocValues(values => values.WriteNumeric(segment["n"], oneIn == 1 ? null : docs, numbers));

            using DocValuesProducer producer = SegmentFixture.Codec.OpenDocValues(segment.State)!;
            NumericDocValues inOrder = producer.GetNumeric(segment["n"]);
            NumericDocValues exact = producer.GetNumeric(segment["n"]);

            for (int doc = 0; doc < maxDoc; doc++)
            {
                Assert.Equal(docs[doc], exact.AdvanceExact(doc));
                if (docs[doc])
                {
                    Assert.True(inOrder.NextDoc() == doc && inOrder.Value == numbers[doc] && exact.Value == numbers[doc], $"{form}: {doc}");
                }
            }

            Assert.Equal(DocIdSetIterator.NoMoreDocs, inOrder.NextDoc());
        }
    }

    [Theory]
    [InlineData("constant", 0)]
    [InlineData("table", 1000 / 4)]
    [InlineData("days", 1000 * 20 / 8)]
    [InlineData("small", 1000 * 2)]
    public void WriteNumeric_NumbersOfAForm_TakesTheFewestBits(string form, int expectedBytes)
    {
        var random = new Random(1);
        long[] numbers = [.. Enumerable.Range(0, 1000).Select(_ => NumbersOfForm[form](random))];
        var segment = new SegmentFixture(1000, SegmentFixture.Field("n", 0, DocValuesType.Numeric));

        segment.WriteDocValues(values => values.WriteNumeric(segment["n"], null, numbers));

        string data = TestBytes.Body(segment.Memory, "_0_Lucene80_0.dvd", Lucene80DocValuesFormat.DataCodec, "Lucene80_0");
        Assert.Equal(expectedBytes + (expectedBytes == 0 ? 0 : DirectWriter.PaddingBytes), data.Length / 2);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 16)]
    [InlineData(2, 17)]
    [InlineData(1, 1023)]
    [InlineData(3, 1025)]
    [InlineData(1, 5000)]
    public void GetSorted_RandomTerms_GivesOrdinalsAndTermsBack(int oneIn, int valueCount)
    {
        var random = new Random(valueCount);
        int maxDoc = valueCount * 3 * oneIn;
        byte[][] terms = RandomTerms(random, valueCount);
        int[] ords = [.. Enumerable.Range(0, maxDoc).Select(doc => doc % oneIn == 0 ? doc / oneIn % valueCount : -1)];
        var segment = new SegmentFixture(maxDoc, SegmentFixture.Field("s", 0, DocValuesType.Sorted));
        segment.WriteDocValues(values => values.WriteSorted(segment["s"], terms, ords));

        using DocValuesProducer producer = SegmentFixture.Codec.OpenDocValues(segment.State)!;
        SortedDocValues sorted = producer.GetSorted(segment["s"]);

        Assert.Equal(valueCount, sorted.ValueCount);
        for (int doc = 0; doc < maxDoc; doc++)
        {
            Assert.Equal(ords[doc] >= 0, sorted.AdvanceExact(doc));
            Assert.True(ords[doc] < 0 || sorted.OrdValue == ords[doc], $"ordinal of {doc}");
        }

        int[] inAnyOrder = [.. Enumerable.Range(0, valueCount).Concat(Enumerable.Range(0, valueCount).OrderBy(_ => random.Next()))];
        Assert.All(inAnyOrder, ord => Assert.Equal(terms[ord], sorted.LookupOrd(ord).ToArray()));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(9, 1)]
    [InlineData(200, 1)]
    [InlineData(5000, 1)]
    [InlineData(200, 3)]
    public void GetOrdValues_ManyDocuments_AreThoseOfEach(int valueCount, int oneIn)
    {
        const int MaxDoc = 6000;
        var random = new Random(valueCount + oneIn);
        int[] ords = [.. Enumerable.Range(0, MaxDoc).Select(doc => doc < valueCount ? doc : random.Next(oneIn) == 0 ? random.Next(valueCount) : -1)];
        var segment = new SegmentFixture(MaxDoc, SegmentFixture.Field("s", 0, DocValuesType.Sorted));
        segment.WriteDocValues(values => values.WriteSorted(segment["s"], RandomTerms(random, valueCount), ords));
        using DocValuesProducer producer = SegmentFixture.Codec.OpenDocValues(segment.State)!;
        SortedDocValues sorted = producer.GetSorted(segment["s"]);
        int[] docs = [.. Enumerable.Range(0, MaxDoc).Where(_ => random.Next(3) == 0)];
        int[] found = new int[docs.Length];

        sorted.GetOrdValues(docs.AsSpan(0, 1), found);
        sorted.GetOrdValues(docs.AsSpan(1), found.AsSpan(1));

        Assert.Equal(docs.Select(doc => ords[doc]), found);
        Assert.True(sorted.AdvanceExact(docs[^1]) == (found[^1] >= 0));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(1024)]
    [InlineData(5000)]
    public void LookupTerm_PresentAndAbsentTerms_FindsTheirPlace(int valueCount)
    {
        var random = new Random(valueCount);
        byte[][] terms = RandomTerms(random, valueCount);
        int[] ords = [.. Enumerable.Range(0, valueCount)];
        var segment = new SegmentFixture(valueCount, SegmentFixture.Field("s", 0, DocValuesType.Sorted));
        segment.WriteDocValues(values => values.WriteSorted(segment["s"], terms, ords));
        using DocValuesProducer producer = SegmentFixture.Codec.OpenDocValues(segment.State)!;
        SortedDocValues sorted = producer.GetSorted(segment["s"]);

        IEnumerable<byte[]> near = terms.SelectMany(term => new byte[][] { term, term[..^1], [.. term, 0] });
        byte[][] wanted = [[], [0], [0xFF, 0xFF], .. near];
        foreach (byte[] term in wanted.OrderBy(_ => random.Next()))
        {
            int expected = Array.BinarySearch(terms, term, Utf8Order.Instance);

            Assert.Equal(expected < 0 ? -1 - ~expected : expected, sorted.LookupTerm(term));
        }
    }

    [Fact]
    public void OpenDocValues_FieldsWithoutValues_AreEmpty()
    {
        var segment = new SegmentFixture(
            10, SegmentFixture.Field("n", 0, DocValuesType.Numeric), SegmentFixture.Field("s", 1, DocValuesType.Sorted));
        segment.WriteDocValues(values =>
        {
            values.WriteNumeric(segment["n"], new FixedBitSet(10), new long[10]);
            values.WriteSorted(segment["s"], [], [.. Enumerable.Repeat(-1, 10)]);
        });

        using DocValuesProducer producer = SegmentFixture.Codec.OpenDocValues(segment.State)!;

        Assert.Equal(DocIdSetIterator.NoMoreDocs, producer.GetNumeric(segment["n"]).NextDoc());
        SortedDocValues sorted = producer.GetSorted(segment["s"]);
        Assert.False(sorted.AdvanceExact(5));
        Assert.Equal(0, sorted.ValueCount);
        Assert.Equal(-1, sorted.LookupTerm([1]));
    }

    [Fact]
    public void OpenDocValues_FieldsWithoutAttributes_AreEmpty()
    {
        var segment = new SegmentFixture(2, SegmentFixture.Field("n", 0, DocValuesType.Numeric));
        segment.WriteDocValues(values => values.WriteNumeric(segment["n"], null, [1, 2]));
        FieldInfo[] bare =
        [
            SegmentFixture.Field("numeric", 1, DocValuesType.Numeric), SegmentFixture.Field("binary", 2, DocValuesType.Binary),
            SegmentFixture.Field("sorted", 3, DocValuesType.Sorted), SegmentFixture.Field("set", 4, DocValuesType.SortedSet),
            SegmentFixture.Field("numbers", 5, DocValuesType.SortedNumeric),
        ];
        SegmentState state = segment.State with { Fields = new FieldInfos([.. segment.State.Fields, .. bare]) };

        using DocValuesProducer producer = SegmentFixture.Codec.OpenDocValues(state)!;

        Assert.Equal(DocIdSetIterator.NoMoreDocs, producer.GetNumeric(bare[0]).NextDoc());
        Assert.False(producer.GetBinary(bare[1]).AdvanceExact(0));
        Assert.Equal(-1, producer.GetSorted(bare[2]).LookupTerm([1]));
        Assert.Equal(SortedSetDocValues.NoMoreOrds, producer.GetSortedSet(bare[3]).NextOrd());
        Assert.Equal(DocIdSetIterator.NoMoreDocs, producer.GetSortedNumeric(bare[4]).Advance(1));
    }

    [Fact]
    public void OpenDocValues_NoField_ReturnsNull()
    {
        var segment = new SegmentFixture(1, SegmentFixture.TextField("body", 0));

        Assert.Null(SegmentFixture.Codec.OpenDocValues(segment.State));
    }

    [Fact]
    public void WriteSorted_TermsOutOfOrder_Throws()
    {
        var segment = new SegmentFixture(2, SegmentFixture.Field("s", 0, DocValuesType.Sorted));

        Assert.Throws<ArgumentException>(
            () => segment.WriteDocValues(values => values.WriteSorted(segment["s"], [[2], [1]], [0, 1])));
    }

    [Fact]
    public void GetSorted_OfANumericField_Throws()
    {
        var segment = new SegmentFixture(2, SegmentFixture.Field("n", 0, DocValuesType.Numeric));
        segment.WriteDocValues(values => values.WriteNumeric(segment["n"], null, [1, 2]));
        using DocValuesProducer producer = SegmentFixture.Codec.OpenDocValues(segment.State)!;

        Assert.Throws<ArgumentException>(() => producer.GetSorted(segment["n"]));
    }

    private static FixedBitSet RandomDocs(Random random, int maxDoc, int oneIn)
    {
        var docs = new FixedBitSet(maxDoc);
        for (int doc = 0; doc < maxDoc; doc++)
        {
            if (random.Next(oneIn) == 0)
            {
                docs.Set(doc);
            }
        }

        return docs;
    }

    // Short and long terms with short and long common prefixes, in byte order.
    private static byte[][] RandomTerms(Random random, int count)
    {
        var terms = new SortedSet<byte[]>(Utf8Order.Instance);
        while (terms.Count < count)
        {
            string prefix = new('前', random.Next(3) * 10);
            terms.Add(Encoding.UTF8.GetBytes(prefix + random.Next(count * 2) + new string('尾', random.Next(2) * random.Next(20))));
        }

        return [.. terms];
    }
}
