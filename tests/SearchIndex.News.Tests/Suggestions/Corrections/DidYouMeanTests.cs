using SearchIndex.News.Query;
using SearchIndex.News.Suggestions.Corrections;

namespace SearchIndex.News.Tests.Suggestions.Corrections;

public sealed class DidYouMeanTests(SampleArchiveIndex sample) : IClassFixture<SampleArchiveIndex>
{
    [Theory]
    [InlineData("林方正", "林芳正", CorrectionKind.Homophone)]
    [InlineData("林方政", "林芳正", CorrectionKind.Homophone)]
    [InlineData("林芳止", "林芳正", CorrectionKind.LookAlike)]
    [InlineData("特郎普", "特朗普", CorrectionKind.LookAlike)]
    [InlineData("林正", "林芳正", CorrectionKind.Missing)]
    [InlineData("林芳芳正", "林芳正", CorrectionKind.Extra)]
    [InlineData("林正芳", "林芳正", CorrectionKind.Swapped)]
    [InlineData("linfangzheng", "林芳正", CorrectionKind.Pinyin)]
    [InlineData("冯德来恩", "冯德莱恩", CorrectionKind.Homophone)]
    public void Search_Misspelled_OffersWhatWasMeant(string typed, string meant, CorrectionKind kind)
    {
        SearchPage page = sample.Searcher.Search(new SearchRequest { Query = typed });

        Correction correction = Assert.Single(page.DidYouMean, correction => correction.Query == meant);
        Assert.True(correction.Kind == kind || (kind == CorrectionKind.LookAlike && correction.Kind == CorrectionKind.Homophone), correction.ToString());
        Assert.Equal(sample.Searcher.Search(new SearchRequest { Query = meant }).Articles, correction.Articles);
    }

    [Theory]
    [InlineData("“林方正” date:2023", "“林芳正” date:2023")]
    [InlineData("title:林方正  -北约", "title:林芳正  -北约")]
    [InlineData("(林方正 OR 無此人名) script:hans", "(林芳正 OR 無此人名) script:hans")]
    [InlineData("日本 \"林方正\"", "日本 \"林芳正\"")]
    [InlineData("日本 林方正 日本", "日本 林芳正 日本")]
    [InlineData("林\\方正", "林芳正")]
    public void Search_MisspelledPart_KeepsTheRestAsTyped(string typed, string corrected)
    {
        SearchPage page = sample.Searcher.Search(new SearchRequest { Query = typed });

        Assert.Contains(corrected, page.DidYouMean.Select(correction => correction.Query));
    }

    [Fact]
    public void Search_FormOfAnotherRegionWithVariantsOff_OffersTheOther()
    {
        SearchPage page = sample.Searcher.Search(new SearchRequest { Query = "范德賴恩", Variants = false });

        Assert.Contains(page.DidYouMean, correction => correction.Kind == CorrectionKind.Region && correction.Text == "冯德莱恩");
    }

    [Theory]
    [InlineData("林芳正")]
    [InlineData("")]
    [InlineData("date:1990")]
    [InlineData("日本 -林方正")]
    [InlineData("=林方正")]
    [InlineData("xqzvwk")]
    public void Search_NothingToCorrect_OffersNothing(string query) =>
        Assert.Empty(sample.Searcher.Search(new SearchRequest { Query = query }).DidYouMean);

    [Fact]
    public void Search_SecondPage_OffersNothing() =>
        Assert.Empty(sample.Searcher.Search(new SearchRequest { Query = "林方正", Page = 2 }).DidYouMean);

    [Fact]
    public void Search_AnyMisspelling_EachOfferFindsMoreWithTheSameFilters()
    {
        const int seed = 7;
        var random = new Random(seed);
        string[] titles = [.. sample.Searcher.Search(new SearchRequest { Query = string.Empty, Size = 100 }).Hits.Select(hit => hit.Title)];
        int offers = 0;
        for (int round = 0; round < 400; round++)
        {
            string title = titles[random.Next(titles.Length)];
            int start = random.Next(Math.Max(1, title.Length - 6));
            char[] piece = title[start..Math.Min(title.Length, start + random.Next(2, 7))].ToCharArray();
            (piece[0], piece[^1]) = random.Next(2) == 0 ? (piece[^1], piece[0]) : (piece[0], titles[random.Next(titles.Length)][0]);
            var request = new SearchRequest { Query = new string(piece), Variants = random.Next(2) == 0 };

            SearchPage page = sample.Searcher.Search(request);

            foreach (Correction correction in page.DidYouMean)
            {
                offers++;
                int found = sample.Searcher.Search(request with { Query = correction.Query }).Articles;
                Assert.True(found == correction.Articles && found > page.Articles, $"seed {seed}, round {round}: {request.Query} has {page.Articles}; {correction} finds {found}");
            }
        }

        Assert.True(offers > 20, $"{offers} offers");
    }
}
