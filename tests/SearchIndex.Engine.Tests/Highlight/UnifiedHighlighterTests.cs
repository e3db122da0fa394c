using SearchIndex.Engine.Analysis;
using SearchIndex.Engine.Analysis.Bigrams;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Highlight;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Search;
using SearchIndex.Engine.Tests.Search.Support;

namespace SearchIndex.Engine.Tests.Highlight;

public sealed class UnifiedHighlighterTests
{
    [Fact]
    public void FindMatches_PhraseOfPairs_IsOneRange()
    {
        var name = new PhraseQuery("text", "林芳", "芳正");

        Assert.Equal("日本外相[林芳正]，[林芳正]。林芳，芳正", MarkHan("日本外相林芳正，林芳正。林芳，芳正", name));
    }

    [Fact]
    public void FindMatches_TouchingMatches_StayApart()
    {
        Assert.Equal("[北京][北京]", MarkHan("北京北京", new TermQuery(new Term("text", "北京"))));
        Assert.Equal("[哈哈哈]", MarkHan("哈哈哈", new TermQuery(new Term("text", "哈哈"))));
    }

    [Fact]
    public void FindMatches_OverlappingParts_AreMerged()
    {
        BooleanQuery query = BooleanQuery.Of(Occur.Should, Term("北京"), Term("京大"), Term("学生"));

        Assert.Equal("在[北京大][学生]", MarkHan("在北京大学生", query));
    }

    [Fact]
    public void FindMatches_PrefixOfOneCharacter_MarksItOnly()
    {
        var prefix = new PrefixQuery(new Term("text", "站"));

        Assert.Equal("车[站][站]长，B[站]", MarkHan("车站站长，B站", prefix with { Marks = PrefixMarks.PrefixOnly }));
        Assert.Equal("车[站站长]，B[站]", MarkHan("车站站长，B站", prefix));
        Assert.Equal("一[𨨏]二[𨨏]", MarkHan("一𨨏二𨨏", new PrefixQuery(new Term("text", "𨨏")) { Marks = PrefixMarks.PrefixOnly }));
    }

    [Fact]
    public void FindMatches_PhrasePrefix_EndsWithThePrefix()
    {
        var query = new PhrasePrefixQuery([new Term("text", "b")], [0], new Term("text", "站"), 1);

        Assert.Equal("上[B站]点播，[b 站]。站b", MarkHan("上B站点播，b 站。站b", query with { Marks = PrefixMarks.PrefixOnly }));
        Assert.Equal("上[B站点]播，[b 站]。站b", MarkHan("上B站点播，b 站。站b", query));
    }

    [Fact]
    public void FindMatches_PhraseOfPrefixes_MarksWhatIsBetween()
    {
        PhrasePart[] parts = [new PhrasePart(new Term("text", "林"), 0, IsPrefix: true), new PhrasePart(new Term("text", "正"), 2, IsPrefix: true)];
        var query = new PhrasePrefixQuery(parts);

        Assert.Equal("外相[林芳正]，[林某正]式，林正", MarkHan("外相林芳正，林某正式，林正", query with { Marks = PrefixMarks.PrefixOnly }));
        Assert.Equal("外相[林芳正]，[林某正式]，林正", MarkHan("外相林芳正，林某正式，林正", query));
    }

    [Fact]
    public void FindMatches_PhraseWithPrefixInFront_MarksTheTermWhole()
    {
        PhrasePart[] parts = [new PhrasePart(new Term("text", "林"), 0, IsPrefix: true), new PhrasePart(new Term("text", "正访"), 2)];
        var query = new PhrasePrefixQuery(parts) { Marks = PrefixMarks.PrefixOnly };

        Assert.Equal("[林芳正访]美，林芳正", MarkHan("林芳正访美，林芳正", query));
    }

    [Fact]
    public void FindMatches_FoldedAndDottedText_MarksTheOriginal()
    {
        Assert.Equal("[馮‧德萊恩]到訪", MarkHan("馮‧德萊恩到訪", new PhraseQuery("text", "冯德", "德莱", "莱恩")));
    }

    [Fact]
    public void FindMatches_SloppyPhrase_GoesFromFirstToLast()
    {
        var query = new PhraseQuery([new Term("text", "rain"), new Term("text", "wind")], [0, 1], slop: 2);

        Assert.Equal("[rain and wind] or [wind rain] or rain", Mark("rain and wind or wind rain or rain", query));
    }

    [Fact]
    public void FindMatches_MultiPhrase_MarksEachVariant()
    {
        var query = new MultiPhraseQuery([[new Term("text", "heavy"), new Term("text", "light")], [new Term("text", "rain")]], [0, 1]);

        Assert.Equal("[heavy rain] rain [light rain]", Mark("heavy rain rain light rain", query));
    }

    [Fact]
    public void FindMatches_Excluded_IsNotMarked()
    {
        BooleanQuery query = new BooleanQuery.Builder()
            .Add(new BoostQuery(new ConstantScoreQuery(Term("rain")), 2f), Occur.Must)
            .Add(new DisjunctionMaxQuery([Term("sun"), Term("snow")]), Occur.Should)
            .Add(Term("fog"), Occur.Filter)
            .Add(BooleanQuery.Of(Occur.Should, Term("wind")), Occur.MustNot)
            .Add(new MatchAllDocsQuery(), Occur.Should)
            .Build();

        Assert.Equal("[sun] [rain] wind [fog] x", Mark("sun rain wind fog x", query));
    }

    [Theory]
    [InlineData(3, false, "[特朗普]访[日本]，[日本]与[川普]。北约")]
    [InlineData(1, false, "[特朗普]访[日本]，[日本]与[川普]。北约")]
    [InlineData(0, false, "特朗普访日本，日本与川普。北约")]
    [InlineData(9, true, "[特朗普]访[日本]，[日本]与川普。北约")]
    public void FindMatches_Proximity_MarksWhatIsInAWindow(int maxGap, bool isOrdered, string expected)
    {
        var trump = new ProximityUnit(
            new ProximityForm(new PhraseQuery("text", "特朗", "朗普"), 3), new ProximityForm(Term("川普"), 2));
        var japan = new ProximityUnit(new ProximityForm(Term("日本"), 2));

        Assert.Equal(expected, MarkHan("特朗普访日本，日本与川普。北约", new ProximityQuery([trump, japan], maxGap, isOrdered)));
    }

    [Theory]
    [InlineData("布希亚与布希，布希曼", "布希亚与[布希]，布希曼")]
    [InlineData("布希亚，布希曼", "布希亚，布希曼")]
    public void FindMatches_FormWithinLongerPhrase_IsNotMarked(string text, string expected)
    {
        LongerPhrase[] longer =
            [new(new PhraseQuery("text", "布希", "希亚"), 0), new(new PhraseQuery("text", "布希", "希曼"), 0), new(Term("阿布"), 1)];
        var bush = new ProximityForm(Term("布希"), 2, longer);

        Assert.Equal(expected, MarkHan(text, new ProximityQuery([new ProximityUnit(bush)], 0)));
    }

    [Fact]
    public void FindMatches_ProximityOfSingleCharacters_MarksThemOnly()
    {
        var flower = new ProximityUnit(new ProximityForm(new PrefixQuery(new Term("text", "花")) { Marks = PrefixMarks.PrefixOnly }));
        var grass = new ProximityUnit(new ProximityForm(new PrefixQuery(new Term("text", "草")) { Marks = PrefixMarks.PrefixOnly }));

        Assert.Equal("[花][草]树木，花园里没有青[草]，鲜[花]", MarkHan("花草树木，花园里没有青草，鲜花", new ProximityQuery([flower, grass], 2)));
    }

    [Fact]
    public void FindMatches_OtherField_IsNotMarked()
    {
        using var index = new TestIndex();
        index.Add(("title", "rain"), ("body", "rain sun"));
        TermQuery[] parts = [new TermQuery(new Term("title", "rain")), new TermQuery(new Term("body", "sun"))];
        LeafReaderContext leaf = index.Searcher.Reader.Leaves[0];
        var highlighter = new UnifiedHighlighter(BooleanQuery.Of(Occur.Should, parts));

        Assert.Equal([new MatchRange(5, 8)], highlighter.FindMatches(leaf, 0, "body"));
        Assert.Equal([new MatchRange(0, 4)], highlighter.FindMatches(leaf, 0, "title"));
        Assert.Equal([new MatchRange(0, 4), new MatchRange(5, 8)], highlighter.FindMatches(leaf, 0, ["title", "body"]));
        Assert.Empty(highlighter.FindMatches(leaf, 0, "none"));
    }

    [Fact]
    public void FindMatches_FieldWithoutOffsets_HasNone()
    {
        using var index = new TestIndex();
        index.Add(("freq", "rain"));
        var highlighter = new UnifiedHighlighter(new TermQuery(new Term("freq", "rain")));

        Assert.Empty(highlighter.FindMatches(index.Searcher.Reader.Leaves[0], 0, "freq"));
    }

    [Fact]
    public void FindMatches_EachDocument_HasItsOwn()
    {
        using TestIndex index = TestIndex.Of("rain", "sun rain", "sun", "rain rain");
        var highlighter = new UnifiedHighlighter(new PrefixQuery(new Term("body", "r")));
        LeafReaderContext leaf = index.Searcher.Reader.Leaves[0];

        Assert.Equal([new MatchRange(0, 4), new MatchRange(5, 9)], highlighter.FindMatches(leaf, 3, "body"));
        Assert.Empty(highlighter.FindMatches(leaf, 2, "body"));
        Assert.Equal([new MatchRange(4, 8)], highlighter.FindMatches(leaf, 1, "body"));
        Assert.Throws<ArgumentOutOfRangeException>(() => highlighter.FindMatches(leaf, 4, "body"));
    }

    private static TermQuery Term(string text) => new(new Term("text", text));

    private static string Mark(string text, Query query) => Mark(new SpacedAnalyzer(), text, query);

    private static string MarkHan(string text, Query query) => Mark(new HanBigramAnalyzer(), text, query);

    private static string Mark(Analyzer analyzer, string text, Query query)
    {
        string inMemory = Mark(new TestIndex(analyzer: analyzer), text, query);
        string inFiles = Mark(new TestIndex(codec: Lucene87Codec.Instance, analyzer: analyzer), text, query);

        Assert.Equal(inMemory, inFiles);
        return inFiles;
    }

    private static string Mark(TestIndex index, string text, Query query)
    {
        using (index)
        {
            index.Add(("text", "北京 b站 rain")).Add(("text", text));
            IReadOnlyList<MatchRange> ranges = new UnifiedHighlighter(query).FindMatches(index.Searcher.Reader.Leaves[0], 1, "text");
            return Brackets.Around(text, ranges);
        }
    }
}
