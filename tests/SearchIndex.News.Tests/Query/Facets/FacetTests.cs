using SearchIndex.News.Ingest;
using SearchIndex.News.Query;
using SearchIndex.News.Query.Facets;

namespace SearchIndex.News.Tests.Query.Facets;

public sealed class FacetTests : IDisposable
{
    private static readonly FacetKind[] AllKinds = Enum.GetValues<FacetKind>();

    private readonly SmallArchive _archive = new LanguageArchive().Articles;

    [Fact]
    public void Search_Facets_CountWhatWasFound()
    {
        SearchPage page = Search(new SearchRequest { Query = "" });

        Assert.Equal("xinbao.example 2, dongfang 1, wanbao.example 1", Show(page, FacetKind.Outlet));
        Assert.Equal("hans 3, hant 1", Show(page, FacetKind.Script));
        Assert.Equal("陳大文 1 missing 3", Show(page, FacetKind.Author));
        Assert.Equal("2023 2, 2024 1 missing 1", Show(page, FacetKind.Year));
        Assert.Equal("2023-05 1, 2023-06 1, 2024-04 1 missing 1", Show(page, FacetKind.Month));
    }

    [Fact]
    public void Search_FacetWithChoice_KeepsItsOwnCountsAndNarrowsOthers()
    {
        SearchPage page = Search(new SearchRequest { Query = "", Outlets = ["xinbao.example"], Periods = [Period("2023"), Period("2024")] });

        Assert.Equal(2, page.Articles);
        Assert.Equal("*xinbao.example 2, wanbao.example 1", Show(page, FacetKind.Outlet));
        Assert.Equal("hans 2", Show(page, FacetKind.Script));
        Assert.Equal("*2023 1, *2024 1", Show(page, FacetKind.Year));
    }

    [Fact]
    public void Search_ChoiceThatNothingHas_IsListedWithZero()
    {
        SearchPage page = Search(new SearchRequest { Query = "林芳正", Authors = ["没有这个人"], Scripts = [ArticleScript.Hans, ArticleScript.Hant] });

        Assert.Equal(0, page.Articles);
        Assert.Equal("陳大文 1, *没有这个人 0 missing 1", Show(page, FacetKind.Author));
        Assert.Equal("*hans 0, *hant 0", Show(page, FacetKind.Script));
    }

    [Fact]
    public void Search_NoFacetsAsked_HasNone()
    {
        Assert.Empty(_archive.Searcher.Search(new SearchRequest { Query = "" }).Facets);
    }

    [Fact]
    public void Timeline_ByMonth_HasFoundAndPublished()
    {
        Timeline timeline = _archive.Searcher.Timeline(new SearchRequest { Query = "林芳正 OR 花莲" }, TimelineInterval.Month);

        Assert.Equal(["2023-05 1/1", "2023-06 1/1", "2024-04 1/1"], timeline.Steps.Select(step => $"{step.Period} {step.Found}/{step.Published}"));
        Assert.Equal([new TimelineCount("wanbao.example", 1, 1)], timeline.Steps[1].Outlets);
    }

    [Fact]
    public void Timeline_WithoutInterval_ChoosesOne()
    {
        Timeline days = _archive.Searcher.Timeline(new SearchRequest { Query = "北约" });
        Timeline nothing = _archive.Searcher.Timeline(new SearchRequest { Query = "没有这样的文字" });
        Timeline undated = _archive.Searcher.Timeline(new SearchRequest { Query = "猫" }, TimelineInterval.Year);

        Assert.Equal((TimelineInterval.Day, 2, "2023-05-10"), (days.Interval, days.Steps.Count, days.Steps[0].Period));
        Assert.Empty(nothing.Steps);
        Assert.Equal((0, 1), (undated.Steps.Count, undated.Undated));
    }

    public void Dispose() => _archive.Dispose();

    private static DateBound Period(string text) => DateBound.TryParse(text, out DateBound bound) ? bound : throw new ArgumentException(text, nameof(text));

    private static string Show(SearchPage page, FacetKind kind)
    {
        Facet facet = page.Facets.Single(facet => facet.Kind == kind);
        string values = string.Join(", ", facet.Values.Select(value => $"{(value.IsSelected ? "*" : string.Empty)}{value.Value} {value.Count}"));
        return values + (facet.Other > 0 ? $" other {facet.Other}" : string.Empty) + (facet.Missing > 0 ? $" missing {facet.Missing}" : string.Empty);
    }

    private SearchPage Search(SearchRequest request) => _archive.Searcher.Search(request with { Facets = AllKinds });
}
