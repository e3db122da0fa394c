using SearchIndex.Engine.Analysis.Bigrams;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Documents;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Search;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Tests.Search;

public sealed class RecencyQueryTests : IDisposable
{
    private const int Documents = 600;
    private const float Share = 0.5f;
    private const int Seed = 5;

    private static readonly FieldType Text = new() { Tokenized = true, IndexOptions = IndexOptions.DocsAndFreqsAndPositionsAndOffsets };
    private static readonly FieldType Column = new() { DocValuesType = DocValuesType.Numeric };

    private readonly MemoryDirectory _directory = new();
    private readonly DirectoryReader _reader;
    private readonly IndexSearcher _searcher;
    private readonly long?[] _dates = new long?[Documents];

    public RecencyQueryTests()
    {
        var random = new Random(Seed);
        using (var writer = new IndexWriter(_directory, new IndexWriterConfig(new HanBigramAnalyzer(), Lucene87Codec.Instance)))
        {
            for (int number = 0; number < Documents; number++)
            {
                _dates[number] = random.Next(5) == 0 ? null : random.Next(1_200);
                var document = new Document();
                document.Add(new Field("body", string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => "北约日本"[random.Next(4)])), Text));
                if (_dates[number] is { } date)
                {
                    document.Add(new Field("date", date, Column));
                }

                writer.AddDocument(document);
            }

            writer.Commit();
        }

        _reader = DirectoryReader.Open(_directory, Lucene87Codec.Instance);
        _searcher = new IndexSearcher(_reader);
    }

    [Theory]
    [InlineData("北约", "日本")]
    [InlineData("本北", null)]
    public void Search_Scores_AreThoseOfTheOtherQueryGrownByAge(string term, string? other)
    {
        BooleanQuery inner = QueryOf(term, other);
        var query = new RecencyQuery(inner, "date", newest: 1_000, halfLife: 100, Share);
        Dictionary<int, float> scores = _searcher.Search(inner, Documents).ScoreDocs.ToDictionary(hit => hit.Doc, hit => hit.Score);

        TopDocs found = _searcher.Search(query, Documents);

        Assert.Equal(scores.Keys.Order(), found.ScoreDocs.Select(hit => hit.Doc).Order());
        Assert.All(found.ScoreDocs, hit =>
        {
            double growth = _dates[hit.Doc] is { } date ? Share * Math.Pow(2, -Math.Max(0, 1_000 - date) / 100.0) : 0;
            Assert.Equal(scores[hit.Doc] * (1 + growth), hit.Score, 1e-4);
            Assert.Equal(hit.Score, _searcher.Explain(query, hit.Doc).Value);
        });
        Assert.Equal(_searcher.Count(inner), _searcher.Count(query));
    }

    [Fact]
    public void Search_FewHits_AreTheFirstOfAll()
    {
        var query = new RecencyQuery(QueryOf("北约", "日本"), "date", newest: 1_200, halfLife: 50, Share);

        IReadOnlyList<ScoreDoc> all = _searcher.Search(query, Documents).ScoreDocs;

        Assert.Equal(all.Take(5), _searcher.Search(query, 5, totalHitsThreshold: 5).ScoreDocs);
    }

    [Fact]
    public void Search_InsideBooleanQueries_WorksAsAnyQuery()
    {
        var recency = new RecencyQuery(QueryOf("北约", "日本"), "date", newest: 1_200, halfLife: 50, Share);
        var query = new BooleanQuery.Builder().Add(recency, Occur.Must).Add(new TermQuery(new Term("body", "约日")), Occur.Filter).Build();
        Dictionary<int, float> scores = _searcher.Search(recency, Documents).ScoreDocs.ToDictionary(hit => hit.Doc, hit => hit.Score);

        TopDocs found = _searcher.Search(query, Documents);

        Assert.NotEmpty(found.ScoreDocs);
        Assert.All(found.ScoreDocs, hit => Assert.Equal(scores[hit.Doc], hit.Score, 1e-5));
    }

    [Theory]
    [InlineData(0, 0.5f)]
    [InlineData(1, -0.1f)]
    [InlineData(1, float.NaN)]
    public void Constructor_ValuesOutOfRange_Throws(long halfLife, float share)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new RecencyQuery(new MatchAllDocsQuery(), "date", 0, halfLife, share));
    }

    public void Dispose()
    {
        _reader.Dispose();
        _directory.Dispose();
    }

    private static BooleanQuery QueryOf(string term, string? other)
    {
        var query = new BooleanQuery.Builder().Add(new TermQuery(new Term("body", term)), Occur.Should);
        return (other is null ? query : query.Add(new TermQuery(new Term("body", other)), Occur.Should)).Build();
    }
}
