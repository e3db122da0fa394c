using SearchIndex.Engine.Index;
using SearchIndex.Engine.Search;
using SearchIndex.Engine.Tests.Search.Support;

namespace SearchIndex.Engine.Tests.Search;

public sealed class BooleanRewriterTests
{
    private static readonly Query A = new TermQuery(new Term("f", "a"));
    private static readonly Query B = new TermQuery(new Term("f", "b"));
    private static readonly Query C = new TermQuery(new Term("f", "c"));
    private static readonly Query Either = BooleanQuery.Of(Occur.Should, B, C);
    private static readonly Query Nothing = new MatchNoDocsQuery();

    public static TheoryData<string, Query, Query> Cases() => new()
    {
        { "no clause", BooleanQuery.Of(Occur.Should), Nothing },
        { "alone", BooleanQuery.Of(Occur.Must, A), A },
        { "alone as filter", BooleanQuery.Of(Occur.Filter, A), new BoostQuery(new ConstantScoreQuery(A), 0f) },
        { "only excluded", BooleanQuery.Of(Occur.MustNot, A, B), Nothing },
        { "nothing required", BooleanQuery.Of(Occur.Must, A, Nothing), Nothing },
        { "nothing optional", BooleanQuery.Of(Occur.Should, A, Nothing), A },
        { "spread", BooleanQuery.Of(Occur.Should, A, Either), BooleanQuery.Of(Occur.Should, A, B, C) },
        { "not spread", BooleanQuery.Of(Occur.Must, A, Either), BooleanQuery.Of(Occur.Must, A, Either) },
        {
            "equal",
            BooleanQuery.Of(Occur.Should, A, B, new BoostQuery(A, 1.5f)),
            BooleanQuery.Of(Occur.Should, new BoostQuery(A, 2.5f), B)
        },
        { "equal filters", BooleanQuery.Of(Occur.Filter, A, A, B), BooleanQuery.Of(Occur.Filter, A, B) },
        { "boosts", new BoostQuery(new BoostQuery(A, 2f), 3f), new BoostQuery(A, 6f) },
        { "boost of one", new BoostQuery(A, 1f), A },
        { "constant of boost", new ConstantScoreQuery(new BoostQuery(A, 3f)), new ConstantScoreQuery(A) },
        { "best of one", new DisjunctionMaxQuery([A, Nothing], 0.5f), A },
        { "phrase of one", new PhraseQuery("f", "a"), A },
        { "phrase of none", new PhraseQuery([], []), Nothing },
        {
            "phrase without choice",
            new MultiPhraseQuery([[new Term("f", "a")], [new Term("f", "b")]], [0, 1]),
            new PhraseQuery("f", "a", "b")
        },
        { "choice alone", new MultiPhraseQuery([[new Term("f", "a"), new Term("f", "b")]], [3]), BooleanQuery.Of(Occur.Should, A, B) },
        { "prefix alone", new PhrasePrefixQuery([], [], new Term("f", "a"), 0), new PrefixQuery(new Term("f", "a")) },
        {
            "phrase without prefix",
            new PhrasePrefixQuery([new PhrasePart(new Term("f", "a"), 0), new PhrasePart(new Term("f", "b"), 2)]),
            new PhraseQuery([new Term("f", "a"), new Term("f", "b")], [0, 2])
        },
        { "phrase of no part", new PhrasePrefixQuery([]), Nothing },
        { "empty range", new NumericDocValuesRangeQuery("n", 2, 1), Nothing },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Rewrite_Query_BecomesSimpler(string name, Query query, Query expected)
    {
        using TestIndex index = TestIndex.Of("a");

        Query rewritten = index.Searcher.Rewrite(query);

        Assert.True(expected.Equals(rewritten), $"{name}: {rewritten}");
    }

    [Fact]
    public void Rewrite_EqualClausesThatCountForTheMinimum_Stay()
    {
        using TestIndex index = TestIndex.Of("a");
        BooleanQuery query = new BooleanQuery.Builder()
            .Add(A, Occur.Should).Add(A, Occur.Should).Add(B, Occur.Should).SetMinimumShouldMatch(2).Build();

        Assert.Same(query, index.Searcher.Rewrite(query));
    }
}
