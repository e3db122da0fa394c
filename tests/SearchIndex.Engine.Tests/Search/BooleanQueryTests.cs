using SearchIndex.Engine.Index;
using SearchIndex.Engine.Search;
using SearchIndex.Engine.Tests.Search.Support;

namespace SearchIndex.Engine.Tests.Search;

public sealed class BooleanQueryTests
{
    [Fact]
    public void Search_MustAndShould_AddsScoresOfThoseThatMatch()
    {
        using TestIndex index = TestIndex.Of("rain wind", "rain", "wind", "rain sun wind");
        BooleanQuery query = new BooleanQuery.Builder().Add(Body("rain"), Occur.Must).Add(Body("wind"), Occur.Should).Build();

        TopDocs top = index.Searcher.Search(query, 10);

        Assert.Equal([0, 1, 3], top.ScoreDocs.Select(hit => hit.Doc).Order());
        Assert.Equal(ScoreOf(index, Body("rain"), 0) + ScoreOf(index, Body("wind"), 0), Hit(top, 0).Score);
        Assert.Equal(ScoreOf(index, Body("rain"), 1), Hit(top, 1).Score);
    }

    [Theory]
    [InlineData(0, new[] { 0, 1, 2, 3 })]
    [InlineData(2, new[] { 0, 3 })]
    [InlineData(3, new[] { 3 })]
    [InlineData(4, new int[0])]
    public void Search_MinimumShouldMatch_FindsDocumentsWithEnough(int minimum, int[] expected)
    {
        using TestIndex index = TestIndex.Of("rain wind", "rain", "wind", "rain sun wind", "fog");
        BooleanQuery query = new BooleanQuery.Builder()
            .Add(Body("rain"), Occur.Should)
            .Add(Body("wind"), Occur.Should)
            .Add(Body("sun"), Occur.Should)
            .SetMinimumShouldMatch(minimum)
            .Build();

        Assert.Equal(expected, index.Find(query).Order());
    }

    [Fact]
    public void Search_FilterOnly_ScoresZero()
    {
        using TestIndex index = TestIndex.Of("rain wind", "rain");
        BooleanQuery one = BooleanQuery.Of(Occur.Filter, Body("rain"));
        BooleanQuery two = BooleanQuery.Of(Occur.Filter, Body("rain"), Body("wind"));

        Assert.Equal([new ScoreDoc(0, 0f), new ScoreDoc(1, 0f)], index.Searcher.Search(one, 10).ScoreDocs);
        Assert.Equal([new ScoreDoc(0, 0f)], index.Searcher.Search(two, 10).ScoreDocs);
    }

    [Fact]
    public void Search_FilterAndShould_TakesShouldAsOptional()
    {
        using TestIndex index = TestIndex.Of("rain wind", "rain", "wind");
        BooleanQuery query = new BooleanQuery.Builder().Add(Body("rain"), Occur.Filter).Add(Body("wind"), Occur.Should).Build();

        TopDocs top = index.Searcher.Search(query, 10);

        Assert.Equal([new ScoreDoc(0, ScoreOf(index, Body("wind"), 0)), new ScoreDoc(1, 0f)], top.ScoreDocs);
    }

    [Fact]
    public void Search_MustNotOnly_FindsNothing()
    {
        using TestIndex index = TestIndex.Of("rain", "wind");

        Assert.Empty(index.Find(BooleanQuery.Of(Occur.MustNot, Body("rain"))));
        Assert.Empty(index.Find(new BooleanQuery.Builder().Build()));
    }

    [Fact]
    public void Search_DisjunctionOverManyWindows_FindsAllInOrder()
    {
        using var index = new TestIndex();
        const int documents = 20_000;
        for (int doc = 0; doc < documents; doc++)
        {
            index.Add(("key1", doc % 1000 == 0 ? "x" : "-"), ("key2", doc % 1500 == 1499 ? "y" : "-"), ("key3", doc == 12_345 ? "z" : "-"));
        }

        BooleanQuery query = new BooleanQuery.Builder()
            .Add(new ConstantScoreQuery(new TermQuery(new Term("key1", "x"))), Occur.Should)
            .Add(new ConstantScoreQuery(new TermQuery(new Term("key2", "y"))), Occur.Should)
            .Add(new TermQuery(new Term("key3", "z")), Occur.MustNot)
            .Build();

        IEnumerable<int> expected = Enumerable.Range(0, documents).Where(doc => doc % 1000 == 0 || doc % 1500 == 1499);
        Assert.Equal(expected, index.Find(query, documents));
        Assert.Equal(expected.Count(), index.Searcher.Count(query));
    }

    [Fact]
    public void Search_PhraseInDisjunctionAndExclusion_IsChecked()
    {
        using TestIndex index = TestIndex.Of("a b", "b a", "a b c", "c");
        var phrase = new PhraseQuery("body", "a", "b");

        Assert.Equal([0, 2, 3], index.Find(BooleanQuery.Of(Occur.Should, phrase, Body("c"))).Order());
        Assert.Equal([1], index.Find(new BooleanQuery.Builder().Add(Body("a"), Occur.Must).Add(phrase, Occur.MustNot).Build()));
        Assert.Equal([0, 2], index.Find(BooleanQuery.Of(Occur.Must, Body("a"), BooleanQuery.Of(Occur.Should, phrase, Body("c")))).Order());
    }

    [Fact]
    public void Explain_MustAndShould_HasTheScoreAndItsParts()
    {
        using TestIndex index = TestIndex.Of("rain wind", "rain");
        BooleanQuery query = new BooleanQuery.Builder().Add(Body("rain"), Occur.Must).Add(Body("wind"), Occur.Should).Build();

        Explanation explanation = index.Searcher.Explain(query, 0);

        Assert.True(explanation.IsMatch);
        Assert.Equal(Hit(index.Searcher.Search(query, 1), 0).Score, explanation.Value);
        Assert.Equal(2, explanation.Details.Count);
        Assert.Contains("body:wind", explanation.ToString(), StringComparison.Ordinal);
        Assert.False(index.Searcher.Explain(Body("wind"), 1).IsMatch);
    }

    [Fact]
    public void Equals_ClausesInOrder_Decide()
    {
        BooleanQuery query = BooleanQuery.Of(Occur.Should, Body("a"), Body("b"));

        Assert.Equal(query, BooleanQuery.Of(Occur.Should, Body("a"), Body("b")));
        Assert.Equal(query.GetHashCode(), BooleanQuery.Of(Occur.Should, Body("a"), Body("b")).GetHashCode());
        Assert.NotEqual(query, BooleanQuery.Of(Occur.Must, Body("a"), Body("b")));
        Assert.NotEqual(query, BooleanQuery.Of(Occur.Should, Body("b"), Body("a")));
    }

    [Fact]
    public void ToString_Clauses_ShowTheirSigns()
    {
        BooleanQuery query = new BooleanQuery.Builder()
            .Add(Body("a"), Occur.Must)
            .Add(new BoostQuery(BooleanQuery.Of(Occur.Should, Body("b"), new TermQuery(new Term("title", "c"))), 2.5f), Occur.Should)
            .Add(Body("d"), Occur.Filter)
            .Add(Body("e"), Occur.MustNot)
            .SetMinimumShouldMatch(1)
            .Build();

        Assert.Equal("(+a (b title:c)^2.5 #d -e)~1", query.ToString("body"));
    }

    private static TermQuery Body(string text) => new(new Term("body", text));

    private static float ScoreOf(TestIndex index, Query query, int doc) => Hit(index.Searcher.Search(query, 100), doc).Score;

    private static ScoreDoc Hit(TopDocs top, int doc) => top.ScoreDocs.Single(hit => hit.Doc == doc);
}
