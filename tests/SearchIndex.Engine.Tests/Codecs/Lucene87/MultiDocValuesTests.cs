using System.Globalization;
using System.Text;
using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Tests.Codecs.Lucene87;

/// <summary>Doc values of bytes, and of several values a document.</summary>
public sealed class MultiDocValuesTests
{
    private const int Vocabulary = 1500;

    public static TheoryData<int, int, int> Shapes => new()
    {
        // documents, one in how many has values, most values a document
        { 1, 1, 1 },
        { 3000, 1, 1 },
        { 3000, 1, 5 },
        { 3000, 7, 1 },
        { 3000, 7, 5 },
        { 70_000, 90, 3 },
        { 50, 1000, 2 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void GetSortedNumeric_NumbersOfDocuments_GivesThemBack(int maxDoc, int oneIn, int most)
    {
        var random = new Random(maxDoc + most);
        long[][] numbers = [.. Enumerable.Range(0, maxDoc).Select(_ => Values(random, oneIn, most, () => random.NextInt64(-500, 500)))];
        foreach (long[] values in numbers)
        {
            Array.Sort(values);
        }

        SegmentFixture segment = Write(
            maxDoc, DocValuesType.SortedNumeric, consumer => (field) => consumer.WriteSortedNumeric(field, Starts(numbers), [.. numbers.SelectMany(values => values)]));
        using DocValuesProducer producer = SegmentFixture.Codec.OpenDocValues(segment.State)!;
        SortedNumericDocValues inOrder = producer.GetSortedNumeric(segment["f"]);
        SortedNumericDocValues exact = producer.GetSortedNumeric(segment["f"]);

        for (int doc = 0; doc < maxDoc; doc++)
        {
            Assert.Equal(numbers[doc].Length > 0, exact.AdvanceExact(doc));
            if (numbers[doc].Length > 0)
            {
                Assert.Equal(doc, inOrder.NextDoc());
                Assert.Equal(numbers[doc], Enumerable.Range(0, inOrder.DocValueCount).Select(_ => inOrder.NextValue()));
                Assert.Equal(numbers[doc], Enumerable.Range(0, exact.DocValueCount).Select(_ => exact.NextValue()));
            }
        }

        Assert.Equal(DocIdSetIterator.NoMoreDocs, inOrder.NextDoc());
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void GetSortedSet_ValuesOfDocuments_GivesThemBack(int maxDoc, int oneIn, int most)
    {
        var random = new Random(maxDoc + most);
        string[][] sets = [.. Enumerable.Range(0, maxDoc).Select(_ => Values(random, oneIn, most, () => Word(random)).Distinct().Order(StringComparer.Ordinal).ToArray())];
        string[] distinct = [.. sets.SelectMany(set => set).Distinct().Order(StringComparer.Ordinal)];
        int[] ords = [.. sets.SelectMany(set => set).Select(value => Array.BinarySearch(distinct, value, StringComparer.Ordinal))];

        SegmentFixture segment = Write(
            maxDoc,
            DocValuesType.SortedSet,
            consumer => field => consumer.WriteSortedSet(field, [.. distinct.Select(Encoding.UTF8.GetBytes)], Starts(sets), ords));
        using DocValuesProducer producer = SegmentFixture.Codec.OpenDocValues(segment.State)!;
        SortedSetDocValues values = producer.GetSortedSet(segment["f"]);

        Assert.Equal(distinct.Length, values.ValueCount);
        for (int doc = 0; doc < maxDoc; doc++)
        {
            Assert.Equal(sets[doc].Length > 0, values.AdvanceExact(doc));
            var found = new List<string>();
            for (long ord = sets[doc].Length > 0 ? values.NextOrd() : -1; ord != SortedSetDocValues.NoMoreOrds; ord = values.NextOrd())
            {
                found.Add(Encoding.UTF8.GetString(values.LookupOrd(ord)));
            }

            Assert.Equal(sets[doc], found);
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void GetBinary_ValuesOfDocuments_GivesThemBack(int maxDoc, int oneIn, int most)
    {
        var random = new Random(maxDoc + most);
        byte[]?[] values = [.. Enumerable.Range(0, maxDoc).Select(_ => random.Next(oneIn) == 0 ? Bytes(random, most) : null)];

        SegmentFixture segment = Write(maxDoc, DocValuesType.Binary, consumer => field => consumer.WriteBinary(field, values));
        using DocValuesProducer producer = SegmentFixture.Codec.OpenDocValues(segment.State)!;
        BinaryDocValues column = producer.GetBinary(segment["f"]);

        for (int doc = 0; doc < maxDoc; doc++)
        {
            Assert.Equal(values[doc] is not null, column.AdvanceExact(doc));
            Assert.True(values[doc] is null || column.Value.SequenceEqual(values[doc]), $"document {doc}");
        }
    }

    private static SegmentFixture Write(int maxDoc, DocValuesType type, Func<DocValuesConsumer, Action<FieldInfo>> write)
    {
        var segment = new SegmentFixture(maxDoc, SegmentFixture.Field("f", 0, type));
        segment.WriteDocValues(consumer => write(consumer)(segment["f"]));
        return segment;
    }

    private static T[] Values<T>(Random random, int oneIn, int most, Func<T> make) =>
        random.Next(oneIn) == 0 ? [.. Enumerable.Range(0, random.Next(1, most + 1)).Select(_ => make())] : [];

    private static int[] Starts<T>(T[][] values)
    {
        var starts = new int[values.Length + 1];
        for (int doc = 0; doc < values.Length; doc++)
        {
            starts[doc + 1] = starts[doc] + values[doc].Length;
        }

        return starts;
    }

    // One length for all when a document has one value at most, so that both layouts are met.
    private static byte[] Bytes(Random random, int most)
    {
        var bytes = new byte[most == 1 ? 8 : random.Next(40)];
        random.NextBytes(bytes);
        return bytes;
    }

    private static string Word(Random random) =>
        string.Create(CultureInfo.InvariantCulture, $"a-common-beginning-{random.Next(Vocabulary)}");
}
