using SearchIndex.News.Query;

namespace SearchIndex.News.Tests.Query;

public sealed class VariantSearchTests : IDisposable
{
    private readonly SmallArchive _archive = new(
        ("mainland.md", SmallArchive.Article("特朗普访问日本", "美国总统特朗普抵达东京，特朗普同首相会谈，讨论导弹防御。", date: "2019-05-25T00:00:00Z")),
        ("taiwan.md", SmallArchive.Article("川普訪問日本", "美國總統川普抵達東京，川普同首相會談，討論飛彈防禦。", host: "wanbao.example", date: "2019-05-26T00:00:00Z")),
        ("other.md", SmallArchive.Article("公园里的樱花", "樱花开了，游人在公园里散步。", date: "2019-04-01T00:00:00Z")));

    [Theory]
    [InlineData("特朗普", "mainland.md,taiwan.md")]
    [InlineData("川普", "taiwan.md,mainland.md")]
    [InlineData("“特朗普访问日本”", "mainland.md,taiwan.md")]
    [InlineData("“總統川普抵達”", "taiwan.md,mainland.md")]
    [InlineData("\"特朗普 东京\"~5", "mainland.md,taiwan.md")]
    [InlineData("特朗普导弹防御会谈", "mainland.md,taiwan.md")]
    [InlineData("-特朗普", "other.md")]
    [InlineData("=特朗普", "mainland.md")]
    [InlineData("title:川普", "taiwan.md,mainland.md")]
    public void Search_Variant_FindsBothTypedFirst(string query, string expected)
    {
        Assert.Equal(expected, string.Join(',', _archive.Find(query)));
    }

    [Fact]
    public void Search_Variant_CountsLessWithTheRarityOfTheTypedForm()
    {
        SearchPage page = _archive.Searcher.Search(new SearchRequest { Query = "body:特朗普" });

        // Not quite 0.8: the shorter form makes the text a little shorter, which BM25 rewards.
        Assert.Equal(0.8f, page.Hits[1].Score / page.Hits[0].Score, 0.03f);
        Assert.Equal(["特朗普"], page.Hits[0].MatchedForms);
        Assert.Equal(["川普"], page.Hits[1].MatchedForms);
    }

    [Fact]
    public void Search_Variant_IsNamedAndMarked()
    {
        SearchPage page = _archive.Searcher.Search(new SearchRequest { Query = "特朗普 导弹" });

        Assert.Equal("特朗普: 川普; 导弹: 飛彈", string.Join("; ", page.Variants.Select(note => $"{note.Typed}: {string.Join(' ', note.Forms)}")));
        SearchHit taiwan = page.Hits.Single(hit => hit.Source == "taiwan.md");
        Assert.Equal([new TextRange(0, 2)], taiwan.TitleMarks);
        Assert.Equal(["川普", "飛彈"], taiwan.MatchedForms);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public void FindArticle_AsTheSearchAsked_MarksVariantsOrNot(bool variants, int titleMarks)
    {
        string id = _archive.Single("川普 script:hant").Id;

        ArticleView article = _archive.Searcher.FindArticle(id, new SearchRequest { Query = "“特朗普”", Variants = variants })!;

        Assert.Equal(titleMarks, article.TitleMarks.Count);
    }

    [Fact]
    public void Search_VariantsOff_FindsWhatWasTyped()
    {
        SearchPage page = _archive.Searcher.Search(new SearchRequest { Query = "特朗普", Variants = false });

        Assert.Equal(["mainland.md"], page.Hits.Select(hit => hit.Source));
        Assert.Empty(page.Variants);
    }

    [Fact]
    public void Search_LogicOfTheQuery_DecidesWhatIsMarked()
    {
        SearchPage page = _archive.Searcher.Search(new SearchRequest { Query = "(樱花 川普) OR 公园" });

        SearchHit other = page.Hits.Single(hit => hit.Source == "other.md");
        Assert.Equal(["公园"], other.MatchedForms);
    }

    // The embedded table has 贝宁 | 貝南!(貝南克).
    [Theory]
    [InlineData("贝宁", "both.md,country.md")]
    [InlineData("“贝宁政府”", "country.md")]
    [InlineData("\"贝宁 主席\"~3", "")]
    [InlineData("\"贝宁 政府\"~3", "country.md")]
    [InlineData("貝南", "both.md,country.md,person.md")]
    [InlineData("贝宁的政府和新聞發布會", "country.md")]
    [InlineData("主席 -贝宁", "person.md")]
    [InlineData("“贝宁克”", "")]
    public void Search_LongerWord_IsNotFoundByTheOtherForm(string query, string expected)
    {
        using SmallArchive archive = ArchiveOfBenin();

        Assert.Equal(expected, string.Join(',', archive.Find(query).Order()));
    }

    [Fact]
    public void Search_LongerWord_IsNotFoundByRankedTermsEither()
    {
        using SmallArchive archive = ArchiveOfBenin();

        Assert.Equal("both.md,country.md", string.Join(',', archive.Find("贝宁", MatchMode.Any).Order()));
    }

    [Fact]
    public void Search_LongerWord_IsNotMarkedByTheOtherForm()
    {
        using SmallArchive archive = ArchiveOfBenin();

        SearchHit hit = archive.Searcher.Search(new SearchRequest { Query = "贝宁 主席" }).Hits.Single();
        HitPassage passage = Assert.Single(hit.Passages);
        Assert.Equal(["主席", "貝南"], hit.MatchedForms.Order());
        Assert.Equal(["主席", "貝南"], passage.Marks.Select(mark => passage.Text.Substring(mark.Start, mark.Length)));
        Assert.Equal('的', passage.Text[passage.Marks[1].Start + passage.Marks[1].Length]);
    }

    public void Dispose() => _archive.Dispose();

    private static SmallArchive ArchiveOfBenin() => new(
        ("person.md", SmallArchive.Article("聯準會", "主席貝南克表示，貝南克將會留任。")),
        ("country.md", SmallArchive.Article("西非", "貝南政府舉行新聞發布會。")),
        ("both.md", SmallArchive.Article("兩則新聞", "主席貝南克談到西非，談到貝南的棉花。")));
}
