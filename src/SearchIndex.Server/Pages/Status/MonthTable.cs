using System.Globalization;
using SearchIndex.News.Query;
using SearchIndex.News.Query.Facets;

namespace SearchIndex.Server.Pages.Status;

/// <summary>What is indexed of each year, and of each month of one year by outlet; so the page stays short however much there is.</summary>
internal sealed class MonthTable
{
    private const int MostYears = 60;
    private const int MostOutlets = 8;

    private readonly PageText _text;
    private readonly StatusText _words;
    private readonly IReadOnlyList<OutletCount> _outlets;
    private readonly (string Year, int Articles)[] _years;
    private readonly string? _year;
    private readonly IReadOnlyList<TimelineStep> _months;

    /// <summary>Creates the tables.</summary>
    /// <param name="text">The words of all pages.</param>
    /// <param name="words">The words of this page.</param>
    /// <param name="outlets">The outlets, for their names.</param>
    /// <param name="grid">The numbers.</param>
    /// <param name="year">The year that is asked for; the newest when there are no articles of it.</param>
    public MonthTable(PageText text, StatusText words, IReadOnlyList<OutletCount> outlets, MonthGrid grid, string? year)
    {
        _text = text;
        _words = words;
        _outlets = outlets;
        _years = [.. grid.Years];
        _year = _years.Any(one => one.Year == year) ? year : _years.FirstOrDefault().Year;
        _months = grid.MonthsOf(_year);
    }

    /// <summary>Returns the years, and the months of one.</summary>
    public Html Render() => Html.If(_years.Length > 0, () => Html.Of($"""
        <table class="numbers-table years">
          <thead><tr><th scope="col">{_words.Year}</th><th scope="col">{_text.Articles}</th></tr></thead>
          <tbody>
            {_years.Take(MostYears).Select(YearRow)}
            {Earlier()}
          </tbody>
        </table>
        <h3 id="months">{PageText.Fill(_words.MonthsOf, _year!)}</h3>
        {Months()}
        """));

    private Html YearRow((string Year, int Articles) year) => Html.Of($"""
        <tr><th scope="row"><a href="{_text.Links.Status}?year={year.Year}#months"{Html.If(year.Year == _year, () => Html.Of($" aria-current=\"true\""))}>{year.Year}</a></th><td class="number"><span>{Grouped(year.Articles)}</span> {SmallBars.Lying(year.Articles, _years.Max(one => one.Articles))}</td></tr>

        """);

    private Html Earlier()
    {
        int articles = _years.Skip(MostYears).Sum(year => year.Articles);
        return Html.If(articles > 0, () => Html.Of($"<tr><th scope=\"row\">{_words.EarlierYears}</th><td class=\"number\"><span>{Grouped(articles)}</span></td></tr>\n"));
    }

    private Html Months()
    {
        string[] columns = [.. _months.SelectMany(month => month.Outlets)
            .GroupBy(outlet => outlet.Outlet, outlet => outlet.Published, StringComparer.Ordinal)
            .OrderByDescending(group => group.Sum()).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.Key)];
        string[] shown = columns.Length > MostOutlets + 1 ? columns[..MostOutlets] : columns;
        bool hasRest = shown.Length < columns.Length;
        return Html.Of($"""
            <div class="scroll-x" tabindex="0" role="region" aria-label="{PageText.Fill(_words.MonthsOf, _year!)}">
              <table class="numbers-table months">
                <thead><tr><th scope="col">{_words.Month}</th><th scope="col">{_words.All}</th>{shown.Select(id => Html.Of($"<th scope=\"col\" lang=\"zh\">{NameOf(id)}</th>"))}{Html.If(hasRest, () => Html.Of($"<th scope=\"col\">{_text.Tools.OtherOutlets}</th>"))}</tr></thead>
                <tbody>
                  {_months.Select(month => MonthRow(month, shown, hasRest))}
                </tbody>
              </table>
            </div>
            """);
    }

    private Html MonthRow(TimelineStep month, string[] shown, bool hasRest)
    {
        int[] counts = [.. shown.Select(id => month.Outlets.FirstOrDefault(outlet => outlet.Outlet == id)?.Published ?? 0)];
        IEnumerable<Html> cells = counts.Select((count, column) => Html.Of($"<td>{Cell(count, [shown[column]], month.Period)}</td>"));
        return Html.Of($"""
            <tr><th scope="row">{month.Period}</th><td>{Cell(month.Published, [], month.Period)}</td>{cells}{Html.If(hasRest, () => Html.Of($"<td>{Grouped(month.Published - counts.Sum())}</td>"))}</tr>

            """);
    }

    /// <summary>A number leads to its articles.</summary>
    private Html Cell(int count, string[] outlets, string period) => count == 0
        ? Html.Of($"–")
        : Html.Of($"<a href=\"{_text.Links.Results(new SearchParameters { Outlets = outlets, Periods = [period] })}\">{Grouped(count)}</a>");

    private string NameOf(string id) => _outlets.FirstOrDefault(outlet => outlet.Id == id)?.Name ?? id;

    private static string Grouped(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
