using System.Globalization;
using SearchIndex.News.Query;
using SearchIndex.News.Query.Facets;

namespace SearchIndex.Server.Pages;

/// <summary>The facets beside the results: each value is a link that chooses it, or no longer chooses it. Values of one facet are alternatives.</summary>
internal sealed class FacetPanel
{
    /// <summary>The facets that the page asks for.</summary>
    public static readonly IReadOnlyList<FacetKind> Kinds = [FacetKind.Outlet, FacetKind.Year, FacetKind.Month, FacetKind.Script, FacetKind.Author];

    /// <summary>How many values of a facet are shown at once; the others fold away.</summary>
    private const int ShownAtOnce = 8;

    private readonly PageText _text;
    private readonly SearchParameters _parameters;

    public FacetPanel(PageText text, SearchParameters parameters)
    {
        _text = text;
        _parameters = parameters;
    }

    /// <summary>Returns the facets that have something to choose.</summary>
    public Html Render(IReadOnlyList<Facet> facets) => Html.If(facets.Any(facet => facet.Values.Count > 0), () => Html.Of($"""
        <nav class="facets" aria-label="{_text.Tools.Narrow}">
          {facets.Where(facet => facet.Kind != FacetKind.Month && facet.Values.Count > 0).Select(facet => Section(facet, facets))}
        </nav>
        """));

    private Html Section(Facet facet, IReadOnlyList<Facet> facets) => Html.Of($"""
        <section class="facet" data-facet="{NameOf(facet.Kind)}">
          <h2>{HeadingOf(facet.Kind)}</h2>
          {(facet.Kind == FacetKind.Year ? Years(facet, MonthsOf(facets)) : Values(facet))}
        </section>

        """);

    private Html Values(Facet facet)
    {
        FacetValue[] shown = [.. facet.Values.Where((value, rank) => rank < ShownAtOnce || value.IsSelected)];
        FacetValue[] folded = [.. facet.Values.Except(shown)];
        return Html.Of($"""
            <ul>{shown.Select(value => Item(facet.Kind, value, Html.None))}</ul>
            {Html.If(folded.Length > 0, () => Fold(facet, folded))}
            {Rest(facet)}
            """);
    }

    private Html Fold(Facet facet, FacetValue[] values) => Html.Of($"""
        <details class="more"><summary>{PageText.Fill(_text.Tools.MoreValues, values.Length)}</summary>
          <ul>{values.Select(value => Item(facet.Kind, value, Html.None))}</ul>
        </details>
        """);

    /// <summary>The years, and under each its months; they are unfolded where there is one year, or one of them is chosen.</summary>
    private Html Years(Facet years, IReadOnlyList<FacetValue> months)
    {
        IEnumerable<Html> items = years.Values.Reverse().Select(year =>
        {
            FacetValue[] ofYear = [.. months.Where(month => month.Value.StartsWith(year.Value + "-", StringComparison.Ordinal))];
            bool isOpen = years.Values.Count == 1 || year.IsSelected || ofYear.Any(month => month.IsSelected);
            return Item(FacetKind.Year, year, Html.If(isOpen && ofYear.Length > 0, () =>
                Html.Of($"<ul class=\"months\">{ofYear.Select(month => Item(FacetKind.Month, month, Html.None))}</ul>")));
        });
        return Html.Of($"""
            <ul>{items}</ul>
            {Rest(years)}
            """);
    }

    private Html Item(FacetKind kind, FacetValue value, Html below)
    {
        SearchParameters toggled = SearchChoices.Toggle(_parameters, kind, value);
        return Html.Of($"""
            <li><a href="{_text.Links.Results(toggled)}" rel="nofollow"{Html.If(value.IsSelected, () => Html.Of($" aria-current=\"true\""))}><span{LanguageOf(kind)}>{LabelOf(kind, value)}</span> <span class="count">{Grouped(value.Count)}</span></a>{below}</li>

            """);
    }

    private Html Rest(Facet facet) => Html.If(facet.Other + facet.Missing > 0, () => Html.Of($"""
        <ul class="rest">{Line(_text.Tools.OtherValues, facet.Other)}{Line(_text.Tools.MissingValue, facet.Missing)}</ul>
        """));

    private static Html Line(string words, int count) =>
        Html.If(count > 0, () => Html.Of($"<li><span>{words}</span> <span class=\"count\">{Grouped(count)}</span></li>"));

    private static IReadOnlyList<FacetValue> MonthsOf(IReadOnlyList<Facet> facets) =>
        facets.FirstOrDefault(facet => facet.Kind == FacetKind.Month)?.Values ?? [];

    private string LabelOf(FacetKind kind, FacetValue value) => kind == FacetKind.Script ? _text.NameOfScript(value.Value) : value.Name;

    private static Html LanguageOf(FacetKind kind) => Html.If(kind is FacetKind.Outlet or FacetKind.Author, () => Html.Of($" lang=\"zh\""));

    private string HeadingOf(FacetKind kind) => kind switch
    {
        FacetKind.Outlet => _text.Outlet,
        FacetKind.Script => _text.Script,
        FacetKind.Author => _text.Author,
        _ => _text.Tools.Period,
    };

    private static string NameOf(FacetKind kind) => kind.ToString().ToLowerInvariant();

    private static string Grouped(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
