using System.Globalization;
using SearchIndex.News.Query;

namespace SearchIndex.Server.Pages.Status;

/// <summary>What is indexed of each outlet, and from when to when. Of thousands only the largest have a line.</summary>
internal sealed class OutletTable(PageText text, StatusText words, IReadOnlyList<OutletCount> outlets, MonthGrid grid)
{
    private const int MostOutlets = 60;

    /// <summary>Returns the table.</summary>
    public Html Render() => Html.Of($"""
        <div class="scroll-x" tabindex="0" role="region" aria-label="{words.ByOutlet}">
          <table class="numbers-table">
            <thead><tr><th scope="col">{text.Outlet}</th><th scope="col">{text.Articles}</th><th scope="col">{words.First}</th><th scope="col">{words.Last}</th><th scope="col">{text.Tools.Timeline}</th></tr></thead>
            <tbody>
              {outlets.Take(MostOutlets).Select(Row)}
              {Rest()}
            </tbody>
          </table>
        </div>
        """);

    private Html Row(OutletCount outlet)
    {
        (string First, string Last)? span = grid.SpanOf(outlet.Id);
        return Html.Of($"""
            <tr><th scope="row"><a href="{text.Links.Results(new SearchParameters { Outlets = [outlet.Id] })}" lang="zh">{outlet.Name}</a></th><td class="number"><span>{Grouped(outlet.Articles)}</span> {SmallBars.Lying(outlet.Articles, outlets[0].Articles)}</td><td>{span?.First ?? "–"}</td><td>{span?.Last ?? "–"}</td><td>{SmallBars.Standing(grid.BarsOf(outlet.Id))}</td></tr>

            """);
    }

    private Html Rest()
    {
        OutletCount[] rest = [.. outlets.Skip(MostOutlets)];
        return Html.If(rest.Length > 0, () => Html.Of(
            $"<tr><th scope=\"row\">{PageText.Fill(words.MoreOutlets, rest.Length)}</th><td class=\"number\"><span>{Grouped(rest.Sum(outlet => outlet.Articles))}</span></td><td></td><td></td><td></td></tr>\n"));
    }

    private static string Grouped(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
