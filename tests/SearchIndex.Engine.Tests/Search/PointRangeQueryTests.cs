using System.Globalization;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Documents;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Search;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Tests.Search.Support;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Tests.Search;

public sealed class PointRangeQueryTests
{
    private const int Documents = 3000;

    private static readonly FieldType Id = new() { IndexOptions = IndexOptions.Docs, OmitNorms = true };
    private static readonly FieldType Point = new() { IndexedAsPoint = true };
    private static readonly FieldType PointAndColumn = new() { IndexedAsPoint = true, DocValuesType = DocValuesType.Numeric };
    private static readonly FieldType Column = new() { DocValuesType = DocValuesType.Numeric };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Search_RandomRanges_FindsWhatTheColumnFinds(bool optimized)
    {
        var random = new Random(5);
        using var directory = new MemoryDirectory();
        Fill(directory, random, optimized);
        using DirectoryReader reader = DirectoryReader.Open(directory, Lucene87Codec.Instance);
        var searcher = new IndexSearcher(reader);

        Assert.Equal(optimized, reader.Leaves.Count == 1);
        for (int round = 0; round < 200; round++)
        {
            long from = random.Next(-1100, 1100);
            long to = from + random.Next(-10, 500);
            TopDocs byPoints = searcher.Search(new BoostQuery(PointRangeQuery.ForInt64("n", from, to), 2f), Documents);
            TopDocs byColumn = searcher.Search(new BoostQuery(new NumericDocValuesRangeQuery("n", from, to), 2f), Documents);
            Assert.True(byColumn.ScoreDocs.SequenceEqual(byPoints.ScoreDocs), $"{from} to {to}");
        }
    }

    [Fact]
    public void Search_RangeOfEveryNumber_FindsAllLiveDocuments()
    {
        using var directory = new MemoryDirectory();
        Fill(directory, new Random(6), optimized: false);
        using DirectoryReader reader = DirectoryReader.Open(directory, Lucene87Codec.Instance);

        TopDocs top = new IndexSearcher(reader).Search(PointRangeQuery.ForInt64("n", long.MinValue, long.MaxValue), Documents);

        Assert.Equal(reader.NumDocs, top.ScoreDocs.Count);
    }

    [Fact]
    public void Search_FieldWithoutPoints_FindsNothing()
    {
        using var directory = new MemoryDirectory();
        Fill(directory, new Random(7), optimized: false);
        using DirectoryReader reader = DirectoryReader.Open(directory, Lucene87Codec.Instance);
        var searcher = new IndexSearcher(reader);

        Assert.Empty(searcher.Search(PointRangeQuery.ForInt64("id", 0, 1), 10).ScoreDocs);
        Assert.Empty(searcher.Search(PointRangeQuery.ForInt64("absent", 0, 1), 10).ScoreDocs);
        Assert.Throws<ArgumentException>(() => searcher.Search(PointRangeQuery.ForInt32("n", 0, 1), 10));
    }

    [Fact]
    public void AddDocument_FieldThatGainsPoints_FindsTheLaterDocuments()
    {
        using var directory = new MemoryDirectory();
        using (IndexWriter writer = Open(directory))
        {
            writer.AddDocument(DocumentOf(new Field("n", 1, Column)));
            writer.AddDocument(DocumentOf(new Field("n", 1, PointAndColumn)));
            writer.Flush();
            writer.AddDocument(DocumentOf(new Field("n", 1, Column)));
            writer.Optimize();
            writer.Commit();
        }

        using DirectoryReader reader = DirectoryReader.Open(directory, Lucene87Codec.Instance);
        TopDocs top = new IndexSearcher(reader).Search(PointRangeQuery.ForInt64("n", 1, 1), 10);

        Assert.Equal([1], top.ScoreDocs.Select(hit => hit.Doc));
    }

    [Fact]
    public void AddDocument_TextAsPoint_IsRefused()
    {
        using var directory = new MemoryDirectory();
        using IndexWriter writer = Open(directory);

        Assert.Throws<ArgumentException>(() => writer.AddDocument(DocumentOf(new Field("n", "text", Point))));
        writer.AddDocument(DocumentOf(new Field("n", 1, Point)));
        writer.Commit();
    }

    [Fact]
    public void Equals_SameFieldAndEnds_IsEqual()
    {
        Assert.Equal(PointRangeQuery.ForInt64("n", -1, 5), PointRangeQuery.ForInt64("n", -1, 5));
        Assert.Equal(PointRangeQuery.ForInt64("n", -1, 5).GetHashCode(), PointRangeQuery.ForInt64("n", -1, 5).GetHashCode());
        Assert.NotEqual(PointRangeQuery.ForInt64("n", -1, 5), PointRangeQuery.ForInt64("n", -1, 6));
        Assert.NotEqual(PointRangeQuery.ForInt64("n", -1, 5), PointRangeQuery.ForInt32("n", -1, 5));
        Assert.Equal("n:[-1 TO 5]", PointRangeQuery.ForInt64("n", -1, 5).ToString());
    }

    private static IndexWriter Open(IndexDirectory directory) =>
        new(directory, new IndexWriterConfig(new SpacedAnalyzer(), Lucene87Codec.Instance));

    private static Document DocumentOf(params Field[] fields)
    {
        var document = new Document();
        foreach (Field field in fields)
        {
            document.Add(field);
        }

        return document;
    }

    private static void Fill(IndexDirectory directory, Random random, bool optimized)
    {
        using IndexWriter writer = Open(directory);
        for (int number = 0; number < Documents; number++)
        {
            writer.AddDocument(DocumentOf(
                new Field("id", (number % 300).ToString(CultureInfo.InvariantCulture), Id),
                new Field("n", random.Next(-1000, 1000), PointAndColumn)));
            if (random.Next(600) == 0)
            {
                writer.Flush();
            }
        }

        for (int id = 0; id < 300; id += 7)
        {
            writer.DeleteDocuments(new Term("id", id.ToString(CultureInfo.InvariantCulture)));
        }

        if (optimized)
        {
            writer.Optimize();
        }

        writer.Commit();
    }
}
