using SearchIndex.Engine.Index;
using SearchIndex.Engine.Search;
using SearchIndex.Engine.Tests.Search.Support;

namespace SearchIndex.Engine.Tests.Search;

public sealed class PhraseQueryTests
{
    [Theory]
    [InlineData("one two", new[] { 0, 3 })]
    [InlineData("two one", new[] { 2, 3 })]
    [InlineData("one one", new[] { 4 })]
    [InlineData("one snow", new int[0])]
    public void Search_ExactPhrase_FindsNeighbours(string phrase, int[] expected)
    {
        using TestIndex index = TestIndex.Of("one two", "one three two", "two one", "three one two one three", "one one one");

        Assert.Equal(expected, index.Find(new PhraseQuery("body", phrase.Split(' '))).Order());
    }

    [Fact]
    public void Search_PositionsWithGap_SkipsOneToken()
    {
        using TestIndex index = TestIndex.Of("one two", "one x two", "one _ two", "one x x two");
        var query = new PhraseQuery([new Term("body", "one"), new Term("body", "two")], [0, 2]);

        Assert.Equal([1, 2], index.Find(query).Order());
    }

    [Fact]
    public void Search_TermsAtOnePosition_NeedsBothThere()
    {
        using TestIndex index = TestIndex.Of("one/uno two", "one two", "uno two", "x one/uno");
        var query = new PhraseQuery([new Term("body", "one"), new Term("body", "uno"), new Term("body", "two")], [0, 0, 1]);

        Assert.Equal([0], index.Find(query));
    }

    [Theory]
    [InlineData("a b", 1, 1f)]
    [InlineData("a b a b", 1, 2f)]
    [InlineData("a x b", 1, 0.5f)]
    [InlineData("b a", 1, 0f)]
    [InlineData("b a", 2, 1f / 3)]
    [InlineData("a x x b", 2, 1f / 3)]
    [InlineData("a x x b", 1, 0f)]
    [InlineData("a x b x x a b", 1, 1.5f)]
    public void Search_SloppyPhrase_CountsByDistance(string text, int slop, float expected)
    {
        AssertFrequency(new PhraseQuery([new Term("body", "a"), new Term("body", "b")], [0, 1], slop), text, expected);
    }

    [Theory]
    [InlineData("a", 3, 0f)]
    [InlineData("a a", 1, 1f)]
    [InlineData("a x a", 1, 0.5f)]
    [InlineData("a a a", 1, 2f)]
    [InlineData("a x x a", 1, 0f)]
    public void Search_SloppyPhraseOfEqualTerms_TakesAnOccurrenceForEach(string text, int slop, float expected)
    {
        AssertFrequency(new PhraseQuery([new Term("body", "a"), new Term("body", "a")], [0, 1], slop), text, expected);
    }

    [Fact]
    public void Search_MultiPhrase_TakesAnyOfTheTerms()
    {
        using TestIndex index = TestIndex.Of("one two", "one deux", "one three", "uno two two", "two");
        var query = new MultiPhraseQuery(
            [[new Term("body", "one"), new Term("body", "uno")], [new Term("body", "two"), new Term("body", "deux")]], [0, 1]);

        Assert.Equal([0, 1, 3], index.Find(query).Order());
        Assert.Equal("body:\"(one uno) (two deux)\"", query.ToString());
    }

    [Fact]
    public void Search_MultiPhraseWithAlternativesAtOnePosition_CountsItOnce()
    {
        using TestIndex index = TestIndex.Of("one two/deux x x x", "one two x x x");
        var query = new MultiPhraseQuery([[new Term("body", "one")], [new Term("body", "two"), new Term("body", "deux")]], [0, 1]);

        TopDocs top = index.Searcher.Search(query, 10);

        Assert.Contains("= freq\n", index.Searcher.Explain(query, 0).ToString(), StringComparison.Ordinal);
        Assert.Equal(Frequency(index.Searcher.Explain(query, 1)), Frequency(index.Searcher.Explain(query, 0)));
        Assert.Equal(2, top.TotalHits.Value);
    }

    [Fact]
    public void Search_PhrasePrefix_ExpandsToEveryTerm()
    {
        using var index = new TestIndex();
        for (int number = 0; number < 3000; number++)
        {
            index.Add(("body", $"b 站{(char)('一' + number)}"));
        }

        index.EndSegment().Add(("body", "站一 b")).Add(("body", "b 站")).Add(("body", "b x"));
        var query = new PhrasePrefixQuery([new Term("body", "b")], [0], new Term("body", "站"), 1);

        Assert.Equal(3001, index.Searcher.Count(query));
        Assert.Equal("body:\"b 站*\"", query.ToString());
    }

    [Fact]
    public void Search_PhrasePrefix_ScoresThePrefixAsOneTerm()
    {
        using TestIndex index = TestIndex.Of("b 站一", "b 站二", "x 站三", "b x");
        var query = new PhrasePrefixQuery([new Term("body", "b")], [0], new Term("body", "站"), 1);

        float score = index.Searcher.Search(query, 1).ScoreDocs[0].Score;

        float idf = (float)((double)BM25Similarity.Idf(3, 4) + BM25Similarity.Idf(3, 4));
        Assert.Equal(idf - (idf / (1f + (1f / 1.2f))), score, 1e-6f);
    }

    [Fact]
    public void Search_FieldWithoutPositions_IsRefused()
    {
        using var index = new TestIndex();
        index.Add(("freq", "one two"));

        Assert.Throws<InvalidOperationException>(() => index.Find(new PhraseQuery("freq", "one", "two")));
    }

    [Fact]
    public void Constructor_UnfitPositionsOrFields_AreRefused()
    {
        var one = new Term("f", "one");
        Assert.Throws<ArgumentException>(() => new PhraseQuery([one], [0, 1]));
        Assert.Throws<ArgumentException>(() => new PhraseQuery([one, one], [1, 0]));
        Assert.Throws<ArgumentException>(() => new PhraseQuery([one], [-1]));
        Assert.Throws<ArgumentException>(() => new PhraseQuery([one, new Term("g", "two")], [0, 1]));
        Assert.Throws<ArgumentException>(() => new MultiPhraseQuery([[one], []], [0, 1]));
        Assert.Throws<ArgumentException>(() => new MultiPhraseQuery([[one, new Term("g", "two")]], [0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PhraseQuery([one], [0], -1));
    }

    [Fact]
    public void Equals_TermsPositionsAndSlop_Decide()
    {
        Assert.Equal(new PhraseQuery("f", "a", "b"), new PhraseQuery([new Term("f", "a"), new Term("f", "b")], [0, 1]));
        Assert.NotEqual(new PhraseQuery("f", "a", "b"), new PhraseQuery([new Term("f", "a"), new Term("f", "b")], [0, 2]));
        Assert.NotEqual(new PhraseQuery("f", "a", "b"), new PhraseQuery([new Term("f", "a"), new Term("f", "b")], [0, 1], 1));
        Assert.Equal("f:\"a ? b\"~3", new PhraseQuery([new Term("f", "a"), new Term("f", "b")], [0, 2], 3).ToString());
        Assert.Equal("\"? a b\"", new PhraseQuery([new Term("f", "a"), new Term("f", "b")], [1, 2]).ToString("f"));
    }

    private static void AssertFrequency(Query query, string text, float expected)
    {
        using TestIndex index = TestIndex.Of(text);

        Explanation explanation = index.Searcher.Explain(query, 0);

        Assert.Equal(expected > 0, explanation.IsMatch);
        if (expected > 0)
        {
            Assert.Equal(expected, Frequency(explanation), 1e-6f);
        }
    }

    private static float Frequency(Explanation explanation) =>
        explanation.Description == "freq" ? explanation.Value : explanation.Details.Sum(Frequency);
}
