using System.Globalization;
using SearchIndex.News.Query;
using SearchIndex.News.Query.Facets;

namespace SearchIndex.Server.Pages;

/// <summary>
/// The matches over time as stacked bars, one for each step: how many, or what share of all that the archive has there. The bars are for the
/// eye and the mouse; the same numbers and links stand in a table below them.
/// </summary>
internal sealed class TimelineChart
{
    // The picture is stretched to its place, so that all of it can be whole numbers.
    private const int Height = 1000;
    private const int StepWidth = 10;
    private const int BarWidth = 8;

    private readonly PageText _text;
    private readonly SearchParameters _parameters;
    private readonly Timeline _timeline;
    private readonly TimelineSeries _series;
    private readonly IReadOnlyList<OutletCount> _outlets;
    private readonly double _highest;

    public TimelineChart(PageText text, SearchParameters parameters, Timeline timeline, IReadOnlyList<OutletCount> outlets)
    {
        _text = text;
        _parameters = parameters;
        _timeline = timeline;
        _series = new TimelineSeries(timeline);
        _outlets = outlets;
        _highest = _series.Steps.Select(step => HeightOf(step, step.Found)).DefaultIfEmpty().Max();
    }

    /// <summary>Returns the chart; nothing when there is but one step.</summary>
    public Html Render() => Html.If(_series.Steps.Count > 1, () => Html.Of($"""
        <details class="timeline" open>
          <summary><h2>{_text.Tools.Timeline}</h2></summary>
          <ul class="choices" aria-label="{_text.Tools.Axis}">
            {Axis(_text.Tools.CountAxis, null, isCurrent: !ShowsShare)}
            {Axis(_text.Tools.ShareAxis, "share", isCurrent: ShowsShare)}
          </ul>
          <div class="chart">
            <p class="top">{PageText.Fill(_text.Tools.Highest, Top())}</p>
            <svg viewBox="0 0 {_series.Steps.Count * StepWidth} {Height}" preserveAspectRatio="none" aria-hidden="true" focusable="false">
              {_series.Steps.Select(Bar)}
            </svg>
            <p class="axis"><span>{_series.Steps[0].Period}</span> <span>{_series.Steps[^1].Period}</span></p>
          </div>
          <ul class="legend">{Legend()}</ul>
          <p class="hint">{_text.Tools.RangeHint}{Html.If(_timeline.Undated > 0, () => Html.Of($" {PageText.Fill(_text.Tools.Undated, _timeline.Undated)}"))}</p>
          {Table()}
        </details>
        """));

    private bool ShowsShare => string.Equals(_parameters.Chart, "share", StringComparison.OrdinalIgnoreCase);

    private Html Axis(string words, string? chart, bool isCurrent) => Html.Of(
        $"<li><a href=\"{_text.Links.Results(_parameters with { Chart = chart })}\"{Html.If(isCurrent, () => Html.Of($" aria-current=\"true\""))}>{words}</a></li>");

    private string Top() => ShowsShare ? _highest.ToString("0.##%", CultureInfo.InvariantCulture) : _highest.ToString("N0", CultureInfo.InvariantCulture);

    private Html Bar(TimelineStep step, int index)
    {
        int left = index * StepWidth;
        return Html.If(step.Found > 0, () => Html.Of($"""
            <a href="{LinkTo(step)}" tabindex="-1" data-period="{step.Period}"><title>{TitleOf(step)}</title><rect class="reach" x="{left}" y="0" width="{StepWidth}" height="{Height}"/>{Pieces(step, left + ((StepWidth - BarWidth) / 2))}</a>

            """));
    }

    /// <summary>The pieces stand on each other; each ends where the next begins, however they are rounded.</summary>
    private IEnumerable<Html> Pieces(TimelineStep step, int left)
    {
        (int Found, int Published)[] counts = _series.CountsOf(step);
        int below = 0;
        int floor = Height;
        for (int series = 0; series < counts.Length; series++)
        {
            below += counts[series].Found;
            int ceiling = Height - (int)Math.Round(Height * HeightOf(step, below) / _highest);
            if (ceiling < floor)
            {
                yield return Html.Of($"<rect class=\"{ClassOf(series)}\" x=\"{left}\" y=\"{ceiling}\" width=\"{BarWidth}\" height=\"{floor - ceiling}\"/>");
            }

            floor = ceiling;
        }
    }

    private double HeightOf(TimelineStep step, int found) => ShowsShare ? (double)found / Math.Max(1, step.Published) : found;

    private IEnumerable<Html> Legend() => Enumerable.Range(0, _series.Count).Select(series =>
        Html.Of($"<li><span class=\"key {ClassOf(series)}\"></span> {NameOf(series)}</li> "));

    private Html Table() => Html.Of($"""
        <details class="numbers">
          <summary>{_text.Tools.Numbers}</summary>
          <div class="scroll" tabindex="0" role="region" aria-label="{_text.Tools.Timeline}">
            <table>
              <thead><tr><th scope="col">{_text.Tools.Period}</th><th scope="col">{_text.Tools.Matching}</th><th scope="col">{_text.Tools.InArchive}</th><th scope="col">{_text.Tools.Share}</th>{Enumerable.Range(0, _series.Count).Select(series => Html.Of($"<th scope=\"col\">{NameOf(series)}</th>"))}</tr></thead>
              <tbody>
                {_series.Steps.Where(step => step.Published > 0).Select(Row)}
              </tbody>
            </table>
          </div>
        </details>
        """);

    private Html Row(TimelineStep step)
    {
        Html period = step.Found > 0 ? Html.Of($"<a href=\"{LinkTo(step)}\">{step.Period}</a>") : Html.Text(step.Period);
        IEnumerable<Html> cells = _series.CountsOf(step).Select(count => Html.Of($"<td>{(count.Published > 0 ? $"{count.Found} / {count.Published}" : "–")}</td>"));
        return Html.Of($"<tr><th scope=\"row\">{period}</th><td>{step.Found}</td><td>{step.Published}</td><td>{TimelineSeries.Percent(step.Found, step.Published)}</td>{cells}</tr>\n");
    }

    /// <summary>A step narrows the search to itself; periods chosen before are a part of where it was found.</summary>
    private string LinkTo(TimelineStep step) =>
        _text.Links.Results(PageLinks.FirstPage(_parameters) with { From = step.Period, To = step.Period, Periods = [] });

    private static string TitleOf(TimelineStep step) =>
        $"{step.Period}: {step.Found} / {step.Published} = {TimelineSeries.Percent(step.Found, step.Published)}";

    private string NameOf(int series)
    {
        if (series == _series.Outlets.Count)
        {
            return _text.Tools.OtherOutlets;
        }

        string id = _series.Outlets[series];
        return _outlets.FirstOrDefault(outlet => outlet.Id == id)?.Name ?? id;
    }

    private string ClassOf(int series) => series == _series.Outlets.Count && _series.HasRest ? "rest" : $"series{series}";
}
