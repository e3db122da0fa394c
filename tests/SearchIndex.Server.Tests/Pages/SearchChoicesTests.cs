using SearchIndex.News.Query;
using SearchIndex.News.Query.Facets;
using SearchIndex.Server.Pages;

namespace SearchIndex.Server.Tests.Pages;

public class SearchChoicesTests
{
    private static readonly SearchParameters Asked = new() { Query = "北约", Page = "3", Outlets = ["dw"], Periods = ["2023-05"], Script = "hans,hant" };

    [Fact]
    public void Toggle_NotChosen_IsAddedOnTheFirstPage()
    {
        SearchParameters toggled = SearchChoices.Toggle(Asked, FacetKind.Outlet, new FacetValue("rfi", "法广", 2, IsSelected: false));

        Assert.Equal(["dw", "rfi"], toggled.Outlets);
        Assert.Null(toggled.Page);
    }

    [Fact]
    public void Toggle_ChosenByName_IsTakenAway()
    {
        SearchParameters toggled = SearchChoices.Toggle(Asked with { Outlets = ["德国之声", "rfi"] }, FacetKind.Outlet, new FacetValue("dw", "德国之声", 2, IsSelected: true));

        Assert.Equal(["rfi"], toggled.Outlets);
    }

    [Fact]
    public void Toggle_ChosenScript_LeavesTheOther()
    {
        SearchParameters toggled = SearchChoices.Toggle(Asked, FacetKind.Script, new FacetValue("hans", "hans", 2, IsSelected: true));

        Assert.Equal("hant", toggled.Script);
    }

    [Theory]
    [InlineData(FacetKind.Year, "2023", "2023")]
    [InlineData(FacetKind.Year, "2024", "2023-05", "2024")]
    [InlineData(FacetKind.Month, "2023-06", "2023-05", "2023-06")]
    [InlineData(FacetKind.Month, "2023-05")]
    public void Toggle_Period_ReplacesTheSpansItOverlaps(FacetKind kind, string value, params string[] expected)
    {
        SearchParameters toggled = SearchChoices.Toggle(Asked, kind, new FacetValue(value, value, 1, IsSelected: false));

        Assert.Equal(expected, toggled.Periods);
    }
}
