using System.Globalization;
using System.Text;
using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Util;
using SearchIndex.Testing;

namespace SearchIndex.Engine.Tests.Codecs.Lucene87;

/// <summary>Lets Apache Lucene's CheckIndex judge segments that hold everything but postings.</summary>
public sealed class JavaCheckTests
{
    private const int MaxDoc = 140_000;

    [JavaLuceneFact]
    public void CheckIndex_SegmentOfManyDocuments_IsClean()
    {
        using var folder = new TemporaryFolder();
        WriteManyDocuments(folder.Path);

        JudgeResult result = JavaLuceneJudge.CheckIndex(folder.Path);

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Contains($"test: stored fields.......OK [{MaxDoc - 1} total field count", result.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("test: docvalues...........OK [10 docvalues fields", result.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("test: field norms.........OK [3 fields]", result.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("No problems were detected", result.StandardOutput, StringComparison.Ordinal);
    }

    [JavaLuceneFact]
    public void CheckIndex_CompoundSegmentWithDeletes_IsClean()
    {
        using var folder = new TemporaryFolder();
        using var directory = new FSDirectory(folder.Path);
        var segment = new SegmentFixture(directory, 5, SegmentFixture.Field("text", 0, DocValuesType.Numeric));
        segment.WriteDocValues(values => values.WriteNumeric(segment["text"], null, [3, 1, 4, 1, 5]));
        segment.WriteStored(["one", null, "three", new string('x', 3_000_000), "five"]);
        segment.Commit(compound: true, deleted: [0, 4]);

        JudgeResult result = JavaLuceneJudge.CheckIndex(folder.Path);

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Contains("compound=true", result.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("test: check live docs.....OK [2 deleted docs]", result.StandardOutput, StringComparison.Ordinal);
    }

    private static void WriteManyDocuments(string folder)
    {
        using var directory = new FSDirectory(folder);
        FieldInfo[] fields =
        [
            SegmentFixture.Field("stored", 0, DocValuesType.None),
            SegmentFixture.Field("constant", 1, DocValuesType.Numeric),
            SegmentFixture.Field("table", 2, DocValuesType.Numeric),
            SegmentFixture.Field("gcd", 3, DocValuesType.Numeric),
            SegmentFixture.Field("plain", 4, DocValuesType.Numeric),
            SegmentFixture.Field("sparse", 5, DocValuesType.Numeric),
            SegmentFixture.Field("none", 6, DocValuesType.Numeric),
            SegmentFixture.Field("sorted", 7, DocValuesType.Sorted),
            SegmentFixture.Field("one", 8, DocValuesType.Sorted),
            SegmentFixture.Field("sparsesorted", 9, DocValuesType.Sorted),
            SegmentFixture.Field("nonesorted", 10, DocValuesType.Sorted),
            SegmentFixture.TextField("emptytext", 11),
            SegmentFixture.TextField("sparseemptytext", 12),
            SegmentFixture.TextField("notext", 13),
        ];
        var segment = new SegmentFixture(directory, MaxDoc, fields);
        segment.WriteDocValues(values => WriteColumns(segment, values));
        segment.WriteNorms(norms =>
        {
            var evens = new FixedBitSet(MaxDoc);
            Array.ForEach([.. Enumerable.Range(0, MaxDoc / 2)], half => evens.Set(half * 2));
            norms.WriteField(segment["emptytext"], null, new byte[MaxDoc]);
            norms.WriteField(segment["sparseemptytext"], evens, new byte[MaxDoc]);
            norms.WriteField(segment["notext"], new FixedBitSet(MaxDoc), new byte[MaxDoc]);
        });
        segment.WriteStored(Enumerable.Range(0, MaxDoc).Select(doc => doc == 7 ? null : $"第{doc % 1000}篇報導，{doc}號。"));
        segment.Commit();
    }

    private static void WriteColumns(SegmentFixture segment, DocValuesConsumer values)
    {
        var random = new Random(1);
        long[] Numbers(Func<int, long> number) => [.. Enumerable.Range(0, MaxDoc).Select(number)];
        var thirds = new FixedBitSet(MaxDoc);
        for (int doc = 0; doc < MaxDoc; doc += doc < 65536 ? 3 : 30)
        {
            thirds.Set(doc);
        }

        values.WriteNumeric(segment["constant"], null, Numbers(_ => 42));
        values.WriteNumeric(segment["table"], null, Numbers(doc => doc % 5 * 1_000_003L * doc % 7));
        values.WriteNumeric(segment["gcd"], null, Numbers(_ => random.Next(100_000) * 86_400_000L));
        values.WriteNumeric(segment["plain"], null, Numbers(_ => random.NextInt64(long.MinValue, long.MaxValue)));
        values.WriteNumeric(segment["sparse"], thirds, Numbers(_ => random.Next(1000)));
        values.WriteNumeric(segment["none"], new FixedBitSet(MaxDoc), Numbers(_ => 1));
        WriteSorted(values, segment["sorted"], 5000, doc => doc % 5000);
        WriteSorted(values, segment["one"], 1, _ => 0);
        WriteSorted(values, segment["sparsesorted"], 300, doc => thirds[doc] ? doc % 300 : -1);
        WriteSorted(values, segment["nonesorted"], 0, _ => -1);
    }

    private static void WriteSorted(DocValuesConsumer values, FieldInfo field, int valueCount, Func<int, int> ordOfDoc)
    {
        int[] ords = [.. Enumerable.Range(0, MaxDoc).Select(ordOfDoc)];
        int[] used = [.. ords.Where(ord => ord >= 0).Distinct().Order()];
        byte[][] terms =
        [
            .. Enumerable.Range(0, valueCount)
                .Where(ord => Array.BinarySearch(used, ord) >= 0)
                .Select(ord => Encoding.UTF8.GetBytes("來源/" + ord.ToString("D8", CultureInfo.InvariantCulture)
                    + new string('長', ord % 40))),
        ];
        values.WriteSorted(field, terms, [.. ords.Select(ord => ord < 0 ? -1 : Array.BinarySearch(used, ord))]);
    }
}
