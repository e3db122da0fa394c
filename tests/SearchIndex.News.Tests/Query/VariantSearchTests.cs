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

    public void Dispose() => _archive.Dispose();
}
