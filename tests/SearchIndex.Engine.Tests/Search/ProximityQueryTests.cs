using System.Globalization;
using SearchIndex.Engine.Analysis.Bigrams;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Search;
using SearchIndex.Engine.Tests.Search.Support;

namespace SearchIndex.Engine.Tests.Search;

public sealed class ProximityQueryTests
{
    private static readonly ProximityUnit A = Unit("a");
    private static readonly ProximityUnit B = Unit("b");

    [Theory]
    [InlineData("a b", 0, false, 1f)]
    [InlineData("b a", 0, false, 1f)]
    [InlineData("b a", 5, true, 0f)]
    [InlineData("a x x b", 2, true, 1f / 3)]
    [InlineData("a x x b", 1, false, 0f)]
    [InlineData("a _ b", 1, true, 0.5f)]
    [InlineData("a a x b", 1, false, 0.5f)]
    [InlineData("a x b b a", 1, false, 1.5f)]
    [InlineData("a b a", 9, false, 1f)]
    public void Search_TwoUnits_CountsByGap(string text, int maxGap, bool isOrdered, float expected) =>
        AssertFrequency(new ProximityQuery([A, B], maxGap, isOrdered), text, expected);

    [Theory]
    [InlineData("a", 0f)]
    [InlineData("a x a", 0.5f)]
    [InlineData("a a a", 1f)]
    [InlineData("a a a a", 2f)]
    public void Search_EqualUnits_TakeAnOccurrenceEach(string text, float expected)
    {
        AssertFrequency(new ProximityQuery([A, A], 1), text, expected);
        AssertFrequency(new ProximityQuery([A, A], 1, isOrdered: true), text, expected);
    }

    [Fact]
    public void Search_OverlappingOccurrences_DoNotCount()
    {
        var query = new ProximityQuery([Unit("a", "b"), Unit("b", "c")], 3);

        AssertFrequency(query, "a b c", 0f);
        AssertFrequency(query, "a b c b c", 0.5f);
        AssertFrequency(query, "a b b c", 1f);
    }

    [Fact]
    public void Search_FormsOfDifferentLength_StandForEachOther()
    {
        using var index = new TestIndex(analyzer: new HanBigramAnalyzer());
        index.Add(("body", "特朗普在日本访问")).Add(("body", "川普在日本")).EndSegment();
        index.Add(("body", "日本与特朗普")).Add(("body", "特朗在日普本")).Add(("body", "日本首相说特朗普"));
        var trump = new ProximityUnit(
            new ProximityForm(new PhraseQuery("body", "特朗", "朗普"), 3), new ProximityForm(new TermQuery(new Term("body", "川普")), 2));
        var japan = new ProximityUnit(new ProximityForm(new TermQuery(new Term("body", "日本")), 2));

        Assert.Equal([0, 1, 2], index.Find(new ProximityQuery([trump, japan], 1)).Order());
        Assert.Equal([0, 1], index.Find(new ProximityQuery([trump, japan], 1, isOrdered: true)).Order());
        Assert.Equal([0, 1, 2, 4], index.Find(new ProximityQuery([trump, japan], 3)).Order());
        Assert.Empty(index.Find(new ProximityQuery([trump, japan], 0)));
        Assert.Equal(
            "body:near((\"特朗 朗普\" | 川普), 日本)~>10", new ProximityQuery([trump, japan], 10, isOrdered: true).ToString());
    }

    [Fact]
    public void Search_FormNotWithinLongerPhrases_FindsItElsewhere()
    {
        using var index = new TestIndex(analyzer: new HanBigramAnalyzer());
        index.Add(("body", "布希亚谈布希曼")).Add(("body", "布希")).EndSegment();
        index.Add(("body", "布希曼")).Add(("body", "布希亚与布希总统")).Add(("body", "老布希总统")).Add(("body", "大布希总统")).EndSegment();
        index.Add(("body", "别的")).Add(("body", "布希总统"));
        var bush = new ProximityForm(
            new TermQuery(new Term("body", "布希")),
            length: 2,
            [
                new LongerPhrase(new PhraseQuery("body", "布希", "希亚"), 0),
                new LongerPhrase(new PhraseQuery("body", "布希", "希曼"), 0),
                new LongerPhrase(new PhraseQuery("body", "老布", "布希"), 1),
            ]);
        var president = new ProximityForm(new TermQuery(new Term("body", "总统")), 2);

        Assert.Equal([1, 3, 5, 7], index.Find(new ProximityQuery([new ProximityUnit(bush)], 0)).Order());
        Assert.Equal([3, 5, 7], index.Find(new ProximityQuery([new ProximityUnit(bush), new ProximityUnit(president)], 9)).Order());
        Assert.Equal("body:near(布希 not in \"布希 希亚\", \"布希 希曼\", \"老布 布希\")~0", new ProximityQuery([new ProximityUnit(bush)], 0).ToString());
    }

    [Fact]
    public void Search_FormNotWithinLongerPhrases_CountsTheOthersOnly()
    {
        var a = new ProximityForm(new TermQuery(new Term("body", "a")), notWithin: [new LongerPhrase(new PhraseQuery("body", "a", "x"), 0)]);

        AssertFrequency(new ProximityQuery([new ProximityUnit(a)], 0), "a x a b a a x", 2f);
        AssertFrequency(new ProximityQuery([new ProximityUnit(a)], 0), "a x", 0f);
    }

    [Fact]
    public void Search_ThousandsOfTermsInAUnit_FindsEveryDocument()
    {
        using var index = new TestIndex();
        for (int number = 0; number < 1500; number++)
        {
            string tail = number.ToString("d4", CultureInfo.InvariantCulture);
            index.Add(("body", number % 3 == 0 ? $"a{tail} x x x b{tail} c" : $"b{tail} x a{tail} d"));
            if (number % 600 == 0)
            {
                index.EndSegment();
            }
        }

        ProximityUnit a = Prefix("a");
        ProximityUnit b = Prefix("b");

        Assert.Equal(1000, index.Searcher.Count(new ProximityQuery([a, b], 1)));
        Assert.Equal(1500, index.Searcher.Count(new ProximityQuery([a, b], 3)));
        Assert.Equal(1000, index.Searcher.Count(new ProximityQuery([a, b, Unit("d")], 1)));
        Assert.Equal(500, index.Searcher.Count(new ProximityQuery([a, b, Unit("c")], 9)));
        Assert.Equal(0, index.Searcher.Count(new ProximityQuery([Unit("d"), b, Unit("c")], 9)));
    }

    [Fact]
    public void Search_SixteenUnits_FindsThem()
    {
        string[] words = [.. Enumerable.Range(0, ProximityQuery.MaxUnits).Select(number => $"w{number}")];
        string backwards = string.Join(" x ", words.Reverse());
        using TestIndex index = TestIndex.Of(string.Join(' ', words), backwards, string.Join(' ', words.Skip(1)), backwards + " x " + backwards);
        ProximityUnit[] units = [.. words.Select(word => Unit(word))];
        ProximityUnit[] prefixes = [.. words.Select(_ => Prefix("w"))];

        Assert.Equal([0], index.Find(new ProximityQuery(units, 14)).Order());
        Assert.Equal([0, 1, 3], index.Find(new ProximityQuery(units, 15)).Order());
        Assert.Equal([0], index.Find(new ProximityQuery(units, 300, isOrdered: true)).Order());
        Assert.Equal([0, 1, 3], index.Find(new ProximityQuery(prefixes, 1000)).Order());
    }

    // Each word may stand for any of the units, so there are as many open chains as there are sets of units.
    [Fact]
    public void Search_SixteenUnitsThatOverlapEverywhere_EndsSoon()
    {
        const string Word = "abcdefghijklmnop";
        using TestIndex index = TestIndex.Of(Repeat(Word, 15), Repeat(Word, 16), Repeat(Word + " x", 40), Repeat(Word, 5));
        var query = new ProximityQuery(Enumerable.Range(1, Word.Length).Select(length => Prefix(Word[..length])), 15);

        Assert.Equal([1, 2], index.Find(query).Order());
    }

    [Fact]
    public void Search_InsideBooleanQueries_WorksAsAnyQuery()
    {
        using TestIndex index = TestIndex.Of("a b c", "a x x x b c", "c", "b a", "b a c");
        var near = new ProximityQuery([A, B], 1);
        var c = new TermQuery(new Term("body", "c"));

        Assert.Equal([0, 4], index.Find(BooleanQuery.Of(Occur.Must, near, c)).Order());
        Assert.Equal([1, 2], index.Find(new BooleanQuery.Builder().Add(c, Occur.Must).Add(near, Occur.MustNot).Build()).Order());
        Assert.Equal([0, 1, 2, 3, 4], index.Find(BooleanQuery.Of(Occur.Should, near, c)).Order());
        Assert.Equal([0, 4], index.Find(BooleanQuery.Of(Occur.Filter, near, c)).Order());
        Assert.Equal(1f, index.Searcher.Search(new ConstantScoreQuery(near), 1).ScoreDocs[0].Score);
    }

    [Fact]
    public void Search_Variants_DoNotChangeTheScoreOfTheFirstForm()
    {
        using TestIndex index = TestIndex.Of("a b", "aa b", "x", "aaa x b");
        var withVariants = new ProximityUnit(
            new ProximityForm(new TermQuery(new Term("body", "a"))), new ProximityForm(new TermQuery(new Term("body", "aa"))));

        Assert.Equal(Score(index, new ProximityQuery([A, B], 1), 0), Score(index, new ProximityQuery([withVariants, B], 1), 0));
        Assert.True(Score(index, new ProximityQuery([withVariants, B], 1), 1) > 0f);
        Assert.Equal(
            2f * Score(index, new ProximityQuery([A, B], 1), 0), Score(index, new BoostQuery(new ProximityQuery([A, B], 1), 2f), 0), 1e-6f);
    }

    [Fact]
    public void Search_UnknownUnitOrField_FindsNothing()
    {
        using TestIndex index = TestIndex.Of("a b");

        Assert.Empty(index.Find(new ProximityQuery([A, Unit("none")], 5)));
        Assert.Empty(index.Find(new ProximityQuery([new ProximityUnit(new ProximityForm(new TermQuery(new Term("title", "a"))))], 5)));
    }

    [Fact]
    public void Search_FieldWithoutPositions_IsRefused()
    {
        using var index = new TestIndex();
        index.Add(("freq", "one two"));
        var query = new ProximityQuery([new ProximityUnit(new ProximityForm(new TermQuery(new Term("freq", "one"))))], 5);

        Assert.Throws<InvalidOperationException>(() => index.Find(query));
    }

    [Fact]
    public void Search_Cancelled_Stops()
    {
        using TestIndex index = TestIndex.Of("a b");
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();

        Assert.Throws<OperationCanceledException>(() => index.Searcher.Search(new ProximityQuery([A, B], 1), 1, cancellation.Token));
    }

    [Fact]
    public void Constructor_UnfitArguments_AreRefused()
    {
        var term = new TermQuery(new Term("body", "a"));
        Assert.Throws<ArgumentException>(() => new ProximityQuery([], 1));
        Assert.Throws<ArgumentException>(() => new ProximityQuery(Enumerable.Repeat(A, ProximityQuery.MaxUnits + 1), 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProximityQuery([A], -1));
        Assert.Throws<ArgumentException>(() => new ProximityUnit());
        Assert.Throws<ArgumentException>(
            () => new ProximityUnit(new ProximityForm(term), new ProximityForm(new TermQuery(new Term("title", "a")))));
        Assert.Throws<ArgumentException>(
            () => new ProximityQuery([A, new ProximityUnit(new ProximityForm(new TermQuery(new Term("title", "a"))))], 1));
        Assert.Throws<ArgumentException>(() => new ProximityForm(new MatchAllDocsQuery()));
        Assert.Throws<ArgumentException>(() => new ProximityForm(new PhraseQuery([], [])));
        Assert.Throws<ArgumentException>(() => new ProximityForm(new PhraseQuery([term.Term, term.Term], [0, 1], slop: 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProximityForm(new PhraseQuery("body", "a", "b"), 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProximityForm(term, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LongerPhrase(term, -1));
        Assert.Throws<ArgumentException>(() => new LongerPhrase(new MatchAllDocsQuery(), 0));
        Assert.Throws<ArgumentException>(
            () => new ProximityForm(term, notWithin: [new LongerPhrase(new TermQuery(new Term("title", "a")), 0)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProximityForm(term, ProximityForm.MaxLength + 1));
    }

    [Fact]
    public void Equals_UnitsGapAndOrder_Decide()
    {
        var query = new ProximityQuery([A, B], 3);

        Assert.Equal(query, new ProximityQuery([Unit("a"), Unit("b")], 3));
        Assert.Equal(query.GetHashCode(), new ProximityQuery([Unit("a"), Unit("b")], 3).GetHashCode());
        Assert.NotEqual(query, new ProximityQuery([B, A], 3));
        var a = new TermQuery(new Term("body", "a"));
        var longer = new LongerPhrase(new PhraseQuery("body", "a", "x"), 0);
        Assert.Equal(new ProximityForm(a, notWithin: [longer]), new ProximityForm(a, notWithin: [new LongerPhrase(new PhraseQuery("body", "a", "x"), 0)]));
        Assert.NotEqual(new ProximityForm(a), new ProximityForm(a, notWithin: [longer]));
        Assert.NotEqual(new ProximityForm(a, notWithin: [longer]), new ProximityForm(a, notWithin: [longer with { }, longer]));
        Assert.NotEqual(query, new ProximityQuery([A, B], 4));
        Assert.NotEqual(query, new ProximityQuery([A, B], 3, isOrdered: true));
        Assert.NotEqual(A, new ProximityUnit(new ProximityForm(new TermQuery(new Term("body", "a")), 2)));
        Assert.Equal("near(a, b)~3", query.ToString("body"));
    }

    private static ProximityUnit Unit(params string[] words) =>
        new(new ProximityForm(words.Length == 1 ? new TermQuery(new Term("body", words[0])) : new PhraseQuery("body", words)));

    private static ProximityUnit Prefix(string text) => new(new ProximityForm(new PrefixQuery(new Term("body", text))));

    private static string Repeat(string words, int times) => string.Join(' ', Enumerable.Repeat(words, times));

    private static float Score(TestIndex index, Query query, int doc) =>
        index.Searcher.Search(query, 10).ScoreDocs.Single(hit => hit.Doc == doc).Score;

    private static void AssertFrequency(Query query, string text, float expected)
    {
        using TestIndex index = TestIndex.Of(text);

        Explanation explanation = index.Searcher.Explain(query, 0);

        Assert.Equal(expected > 0, explanation.IsMatch);
        Assert.Equal(expected, Frequency(explanation), 1e-6f);
    }

    private static float Frequency(Explanation explanation) =>
        explanation.Description == "freq" ? explanation.Value : explanation.Details.Sum(Frequency);
}
