using SearchIndex.Engine.Index;
using SearchIndex.Engine.Search;
using SearchIndex.Engine.Tests.Search.Support;

namespace SearchIndex.Engine.Tests.Search;

public sealed class OtherQueriesTests
{
    [Theory]
    [InlineData("", new[] { 0, 1, 2, 3 })]
    [InlineData("ra", new[] { 0, 2 })]
    [InlineData("rain", new[] { 0 })]
    [InlineData("rainy", new int[0])]
    [InlineData("zz", new int[0])]
    public void Search_Prefix_FindsTermsThatBeginSo(string prefix, int[] expected)
    {
        using TestIndex index = TestIndex.Of("rain", "sun", "rail x", "wind");

        TopDocs top = index.Searcher.Search(new BoostQuery(new PrefixQuery(new Term("body", prefix)), 3f), 10);

        Assert.Equal(expected.Select(doc => new ScoreDoc(doc, 3f)), top.ScoreDocs);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(500)]
    public void Search_PrefixOfManyTerms_FindsAll(int terms)
    {
        using var index = new TestIndex();
        for (int number = 0; number < terms; number++)
        {
            index.Add(("body", $"a{number} a{number + 1} b"));
        }

        Assert.Equal(Enumerable.Range(0, terms), index.Find(new PrefixQuery(new Term("body", "a")), terms));
    }

    [Theory]
    [InlineData(-5, 5, new[] { 0, 1, 3 })]
    [InlineData(2, 2, new[] { 1 })]
    [InlineData(3, 4, new int[0])]
    [InlineData(5, -5, new int[0])]
    [InlineData(long.MinValue, long.MaxValue, new[] { 0, 1, 3, 4 })]
    public void Search_NumericRange_FindsNumbersWithBothEnds(long from, long to, int[] expected)
    {
        using var index = new TestIndex();
        index.Add(("n", "-5")).Add(("n", "2")).Add(("body", "x")).EndSegment().Add(("n", "5")).Add(("n", "9223372036854775807"));

        Assert.Equal(expected, index.Find(new NumericDocValuesRangeQuery("n", from, to)));
    }

    [Fact]
    public void Search_DisjunctionMax_TakesTheBestAndAPartOfTheOthers()
    {
        using TestIndex index = TestIndex.Of("rain wind", "rain");
        Query rain = new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term("body", "rain"))), 2f);
        Query wind = new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term("body", "wind"))), 5f);

        TopDocs best = index.Searcher.Search(new DisjunctionMaxQuery([rain, wind]), 10);
        TopDocs tied = index.Searcher.Search(new BoostQuery(new DisjunctionMaxQuery([rain, wind], 0.25f), 2f), 10);

        Assert.Equal([new ScoreDoc(0, 5f), new ScoreDoc(1, 2f)], best.ScoreDocs);
        Assert.Equal([new ScoreDoc(0, 11f), new ScoreDoc(1, 4f)], tied.ScoreDocs);
    }

    [Fact]
    public void Search_MatchAll_FindsLiveDocuments()
    {
        using TestIndex index = TestIndex.Of("a", "b", "c").Delete(1);

        Assert.Equal([new ScoreDoc(0, 1f), new ScoreDoc(2, 1f)], index.Searcher.Search(new MatchAllDocsQuery(), 10).ScoreDocs);
        Assert.Equal(2, index.Searcher.Count(new MatchAllDocsQuery()));
        Assert.Equal(2, index.Searcher.Count(new ConstantScoreQuery(new MatchAllDocsQuery())));
        Assert.Empty(index.Find(new MatchNoDocsQuery()));
    }

    [Fact]
    public void ToString_EachQuery_IsReadable()
    {
        Query a = new TermQuery(new Term("f", "a"));
        Assert.Equal("f:a*", new PrefixQuery(new Term("f", "a")).ToString());
        Assert.Equal("n:[1 TO 2]", new NumericDocValuesRangeQuery("n", 1, 2).ToString());
        Assert.Equal("ConstantScore(f:a)^0.5", new BoostQuery(new ConstantScoreQuery(a), 0.5f).ToString());
        Assert.Equal("(a | a)~0.1", new DisjunctionMaxQuery([a, a], 0.1f).ToString("f"));
        Assert.Equal("+(f:a | f:a) #*:*", new BooleanQuery.Builder()
            .Add(new DisjunctionMaxQuery([a, a]), Occur.Must).Add(new MatchAllDocsQuery(), Occur.Filter).Build().ToString());
    }

    [Fact]
    public void Equals_EachQuery_GoesByValue()
    {
        Query a = new TermQuery(new Term("f", "a"));
        Assert.Equal(new DisjunctionMaxQuery([a, a], 0.1f), new DisjunctionMaxQuery([a, a], 0.1f));
        Assert.NotEqual(new DisjunctionMaxQuery([a], 0.1f), new DisjunctionMaxQuery([a, a], 0.1f));
        Assert.Equal(new BoostQuery(a, 2f), new BoostQuery(a, 2f));
        Assert.NotEqual(new BoostQuery(a, 2f), new BoostQuery(a, 3f));
        Assert.NotEqual(
            new PrefixQuery(new Term("f", "a")), new PrefixQuery(new Term("f", "a")) { Marks = PrefixMarks.PrefixOnly });
        Assert.Equal(
            new PhrasePrefixQuery([new Term("f", "a")], [0], new Term("f", "b"), 1),
            new PhrasePrefixQuery([new PhrasePart(new Term("f", "a"), 0), new PhrasePart(new Term("f", "b"), 1, IsPrefix: true)]));
        Assert.NotEqual(
            new PhrasePrefixQuery([new PhrasePart(new Term("f", "a"), 0), new PhrasePart(new Term("f", "b"), 1, IsPrefix: true)]),
            new PhrasePrefixQuery([new PhrasePart(new Term("f", "a"), 0, IsPrefix: true), new PhrasePart(new Term("f", "b"), 1)]));
    }

    [Theory]
    [InlineData(-1f)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void Constructor_UnfitBoost_IsRefused(float boost)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new BoostQuery(new MatchAllDocsQuery(), boost));
    }
}
