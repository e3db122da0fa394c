using SearchIndex.Engine.Highlight;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Search;
using SearchIndex.Engine.Tests.Search.Support;

namespace SearchIndex.Engine.Tests.Highlight;

/// <summary>What is marked of boolean queries, and which labelled parts are told to have matched.</summary>
public sealed class HighlightedLogicTests
{
    private const int Archives = 6;
    private const int QueriesPerArchive = 120;

    private static readonly Query A = Term("a");
    private static readonly Query B = Term("b");
    private static readonly Query C = Term("c");

    [Theory]
    [InlineData("a c", "a [c]")]
    [InlineData("a b c", "[a] [b] [c]")]
    [InlineData("a b", "[a] [b]")]
    public void FindMatches_ConjunctionInDisjunction_IsMarkedWhole(string text, string expected)
    {
        Assert.Equal(expected, Mark(text, BooleanQuery.Of(Occur.Should, BooleanQuery.Of(Occur.Must, A, B), C)));
        Assert.Equal(expected, Mark(text, new DisjunctionMaxQuery([new BoostQuery(BooleanQuery.Of(Occur.Must, A, B), 2f), C])));
    }

    [Theory]
    [InlineData("a b c", "a b [c]")]
    [InlineData("a c", "[a] [c]")]
    public void FindMatches_ExclusionInDisjunction_IsLookedAt(string text, string expected)
    {
        BooleanQuery without = new BooleanQuery.Builder().Add(A, Occur.Must).Add(B, Occur.MustNot).Build();

        Assert.Equal(expected, Mark(text, BooleanQuery.Of(Occur.Should, without, C)));
    }

    [Theory]
    [InlineData("a x d", "a x [d]")]
    [InlineData("a c d", "[a] [c] [d]")]
    public void FindMatches_MinimumInDisjunction_IsLookedAt(string text, string expected)
    {
        BooleanQuery two = new BooleanQuery.Builder()
            .Add(A, Occur.Should).Add(B, Occur.Should).Add(C, Occur.Should).SetMinimumShouldMatch(2).Build();

        Assert.Equal(expected, Mark(text, BooleanQuery.Of(Occur.Should, two, Term("d"))));
    }

    [Fact]
    public void FindMatches_RangeInDisjunction_IsAskedOfTheSearcher()
    {
        using var index = new TestIndex();
        index.Add(("body", "a c"), ("n", "1")).Add(("body", "a c"), ("n", "9"));
        BooleanQuery early = BooleanQuery.Of(Occur.Must, A, new NumericDocValuesRangeQuery("n", 0, 5));
        BooleanQuery query = BooleanQuery.Of(Occur.Should, early, C);
        LeafReaderContext leaf = index.Searcher.Reader.Leaves[0];

        Assert.Equal([new MatchRange(0, 1), new MatchRange(2, 3)], new UnifiedHighlighter(query, index.Searcher).FindMatches(leaf, 0, "body"));
        Assert.Equal([new MatchRange(2, 3)], new UnifiedHighlighter(query, index.Searcher).FindMatches(leaf, 1, "body"));
        Assert.Equal([new MatchRange(0, 1), new MatchRange(2, 3)], new UnifiedHighlighter(query).FindMatches(leaf, 1, "body"));
    }

    [Fact]
    public void FindMatches_ConditionInAnotherField_IsLookedAt()
    {
        using var index = new TestIndex();
        index.Add(("body", "a c"), ("key", "x")).Add(("body", "a c"), ("key", "y"));
        BooleanQuery query = BooleanQuery.Of(Occur.Should, BooleanQuery.Of(Occur.Must, A, new TermQuery(new Term("key", "x"))), C);
        LeafReaderContext leaf = index.Searcher.Reader.Leaves[0];

        Assert.Equal(2, new UnifiedHighlighter(query).FindMatches(leaf, 0, "body").Count);
        Assert.Equal([new MatchRange(2, 3)], new UnifiedHighlighter(query).FindMatches(leaf, 1, "body"));
    }

    [Fact]
    public void FindLabels_SeveralForms_TellsWhichMatched()
    {
        using var index = new TestIndex();
        index.Add(("body", "b x a"), ("title", "b")).Add(("body", "a"), ("key", "k"));
        BooleanQuery query = BooleanQuery.Of(
            Occur.Should,
            new NamedQuery("first", A),
            new BoostQuery(new NamedQuery("second", BooleanQuery.Of(Occur.Should, B, new TermQuery(new Term("title", "b")))), 0.5f),
            new NamedQuery("third", BooleanQuery.Of(Occur.Must, A, C)),
            new NamedQuery("keyed", new TermQuery(new Term("key", "k"))));
        LeafReaderContext leaf = index.Searcher.Reader.Leaves[0];
        var highlighter = new UnifiedHighlighter(query);

        Assert.Equal(["first", "second"], highlighter.FindLabels(leaf, 0));
        Assert.Equal(["first", "keyed"], highlighter.FindLabels(leaf, 1));
        Assert.Equal(
            [new LabelledMatch("first", new MatchRange(4, 5)), new LabelledMatch("second", new MatchRange(0, 1))],
            highlighter.FindLabelledMatches(leaf, 0, ["body"]));
        Assert.Equal([new MatchRange(0, 1), new MatchRange(4, 5)], highlighter.FindMatches(leaf, 0, "body"));
    }

    [Fact]
    public void FindLabels_InsideEachOther_InnermostCounts()
    {
        using TestIndex index = TestIndex.Of("a b");
        var query = new NamedQuery("outer", BooleanQuery.Of(Occur.Should, new NamedQuery("inner", A), B));

        Assert.Equal(
            [new LabelledMatch("inner", new MatchRange(0, 1)), new LabelledMatch("outer", new MatchRange(2, 3))],
            new UnifiedHighlighter(query).FindLabelledMatches(index.Searcher.Reader.Leaves[0], 0, ["body"]));
    }

    [Fact]
    public void FindLabels_FormsOfProximity_TellsWhichStandsInAWindow()
    {
        using TestIndex index = TestIndex.Of("a x c x x b", "b c");
        var either = new ProximityUnit(new ProximityForm(new NamedQuery("a", A)), new ProximityForm(new NamedQuery("b", B)));
        var query = new NamedQuery("near", new ProximityQuery([either, new ProximityUnit(new ProximityForm(C))], 1));
        LeafReaderContext leaf = index.Searcher.Reader.Leaves[0];
        var highlighter = new UnifiedHighlighter(query);

        Assert.Equal([0, 1], index.Find(query).Order());
        Assert.Equal(["a", "near"], highlighter.FindLabels(leaf, 0));
        Assert.Equal(["b", "near"], highlighter.FindLabels(leaf, 1));
        Assert.Equal([new LabelledMatch("a", new MatchRange(0, 1)), new LabelledMatch("near", new MatchRange(4, 5))],
            highlighter.FindLabelledMatches(leaf, 0, ["body"]));
    }

    [Fact]
    public void NamedQuery_Search_IsThatOfTheInner()
    {
        using TestIndex index = TestIndex.Of("a b", "b", "a a");
        var named = new NamedQuery("label", A);

        Assert.Equal(index.Searcher.Search(A, 10).ScoreDocs, index.Searcher.Search(named, 10).ScoreDocs);
        Assert.Equal(A, index.Searcher.Rewrite(named));
        Assert.NotEqual(named, new NamedQuery("other", A));
        Assert.Equal("label=body:a", named.ToString());
    }

    [Fact]
    public void FindMatches_RandomTrees_MarksWhatTheLogicSays()
    {
        for (int seed = 0; seed < Archives; seed++)
        {
            var random = new Random(seed);
            using var archive = new RandomArchive(random, 40);
            for (int number = 0; number < QueriesPerArchive; number++)
            {
                Query query = RandomQueries.Tree(random, random.Next(1, 5));
                var highlighter = new UnifiedHighlighter(query, archive.Index.Searcher);
                foreach (int doc in archive.Index.Find(query))
                {
                    AssertMarked(archive, highlighter, query, doc, $"seed {seed}, query {number}: {query}, document {doc}");
                }
            }
        }
    }

    private static void AssertMarked(RandomArchive archive, UnifiedHighlighter highlighter, Query query, int doc, string context)
    {
        string text = archive.Documents[doc].GetValueOrDefault("body", string.Empty);
        LeafReaderContext leaf = archive.Index.Searcher.Reader.LeafOf(doc);
        bool[] marked = new bool[text.Length];
        foreach (MatchRange range in highlighter.FindMatches(leaf, doc - leaf.DocBase, "body"))
        {
            Array.Fill(marked, true, range.Start, range.Length);
        }

        bool[] expected = new bool[text.Length];
        Expect(expected, text, query, part => archive.Oracle.Score(part, doc, 1) is not null);
        Assert.True(expected.SequenceEqual(marked), context);
    }

    private static void Expect(bool[] marked, string text, Query query, Func<Query, bool> matches)
    {
        if (!matches(query))
        {
            return;
        }

        Query[] parts = query switch
        {
            BooleanQuery boolean => [.. boolean.Clauses.Where(clause => clause.Occur != Occur.MustNot).Select(clause => clause.Query)],
            DisjunctionMaxQuery any => [.. any.Disjuncts],
            BoostQuery boosted => [boosted.Query],
            ConstantScoreQuery constant => [constant.Query],
            _ => [],
        };
        foreach (Query part in parts)
        {
            Expect(marked, text, part, matches);
        }

        ExpectLeaf(marked, text, query);
    }

    private static void ExpectLeaf(bool[] marked, string text, Query query)
    {
        (Func<string, bool>[] words, int[] positions) = query switch
        {
            TermQuery { Term: { Field: "body" } term } => ([word => word == term.Text], [0]),
            PrefixQuery { Prefix: { Field: "body" } prefix } => ([word => word.StartsWith(prefix.Text, StringComparison.Ordinal)], [0]),
            PhraseQuery phrase when phrase.Terms[0].Field == "body" =>
                (phrase.Terms.Select(term => (Func<string, bool>)(word => word == term.Text)).ToArray(), phrase.Positions.ToArray()),
            MultiPhraseQuery phrase when phrase.Terms[0][0].Field == "body" =>
                (phrase.Terms.Select(terms => (Func<string, bool>)(word => terms.Contains(new Term("body", word)))).ToArray(),
                phrase.Positions.ToArray()),
            _ => (Array.Empty<Func<string, bool>>(), Array.Empty<int>()),
        };
        string[] all = text.Split(' ');
        for (int start = 0; words.Length > 0 && start + positions[^1] - positions[0] < all.Length; start++)
        {
            int first = start;
            if (Enumerable.Range(0, words.Length).All(slot => words[slot](all[first + positions[slot] - positions[0]])))
            {
                int from = all.Take(start).Sum(word => word.Length + 1);
                int length = all.Skip(start).Take(positions[^1] - positions[0] + 1).Sum(word => word.Length + 1) - 1;
                Array.Fill(marked, true, from, length);
            }
        }
    }

    private static TermQuery Term(string text) => new(new Term("body", text));

    private static string Mark(string text, Query query)
    {
        using TestIndex index = TestIndex.Of(text);
        return Brackets.Around(text, new UnifiedHighlighter(query).FindMatches(index.Searcher.Reader.Leaves[0], 0, "body"));
    }
}
