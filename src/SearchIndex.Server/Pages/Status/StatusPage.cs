using System.Globalization;
using SearchIndex.News.Query;
using SearchIndex.News.Query.Saved;
using SearchIndex.News.Query.Status;
using SearchIndex.News.Variants;

namespace SearchIndex.Server.Pages.Status;

/// <summary>What is indexed, since when, and with which problems.</summary>
internal sealed class StatusPage
{
    private const int BytesPerMegabyte = 1_000_000;
    private const int MostQueries = 100;

    private readonly PageText _text;
    private readonly StatusText _words;
    private readonly ArchiveStatus _status;

    public StatusPage(PageText text, ArchiveStatus status)
    {
        _text = text;
        _words = StatusText.In(text.Language);
        _status = status;
    }

    /// <summary>Returns the page.</summary>
    /// <param name="year">The year whose months are shown.</param>
    /// <param name="variants">The regional variants in use.</param>
    /// <param name="queries">The saved queries.</param>
    public Html Render(string? year, VariantTable variants, IReadOnlyList<SavedQueryNews> queries)
    {
        var grid = new MonthGrid(_status.Months);
        return PageLayout.WithSearchBox(_text, _words.Title, new SearchParameters(), Html.Of($"""
            <div class="status">
              <h1>{_words.Title}</h1>
              <div class="columns">
                <section>
                  <h2>{_words.Index}</h2>
                  {Facts()}
                </section>
                <div class="stack">
                  <section>
                    <h2>{_words.Problems}</h2>
                    {Problems()}
                  </section>
                  <section>
                    <h2>{_words.Variants}</h2>
                    {Variants(variants)}
                  </section>
                  {Html.If(queries.Count > 0, () => Queries(queries))}
                </div>
                <section class="wide">
                  <h2>{_words.ByOutlet}</h2>
                  {new OutletTable(_text, _words, _status.Stats.Outlets, grid).Render()}
                </section>
                <section class="wide">
                  <h2>{_words.ByMonth}</h2>
                  {new MonthTable(_text, _words, _status.Stats.Outlets, grid, year).Render()}
                  {Html.If(_status.Months.Undated > 0, () => Html.Of($"<p class=\"note\">{PageText.Fill(_words.Undated, Grouped(_status.Months.Undated))}</p>"))}
                </section>
              </div>
              <p class="note"><a href="{_text.Links.Operate}">{_words.ForOperators}</a></p>
            </div>
            """));
    }

    private Html Facts()
    {
        IndexStats stats = _status.Stats;
        string builtAt = stats.BuiltAt?.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) ?? "–";
        string size = ((double)stats.SizeBytes / BytesPerMegabyte).ToString("N1", CultureInfo.InvariantCulture) + " MB";
        return Html.Of($"""
            <dl class="facts">
              <div><dt>{_text.Articles}</dt><dd>{Grouped(stats.Articles)}</dd></div>
              <div><dt>{_words.Copies}</dt><dd>{Grouped(stats.Copies)}</dd></div>
              <div><dt>{_text.Outlets}</dt><dd>{Grouped(stats.Outlets.Count)}</dd></div>
              {ArchiveFacts.Span(_text, stats)}
              <div><dt>{_words.Updated}</dt><dd>{builtAt}</dd></div>
              <div><dt>{_words.Commit}</dt><dd class="code">{_status.Version}</dd></div>
              <div><dt>{_words.Generation}</dt><dd>{stats.Generation.ToString(CultureInfo.InvariantCulture)}</dd></div>
              <div><dt>{_words.Size}</dt><dd>{PageText.Fill(_words.SizeInSegments, size, stats.Segments)}</dd></div>
            </dl>
            """);
    }

    private Html Problems()
    {
        int problems = _status.Stats.Problems;
        int files = _status.Stats.Articles + _status.Stats.Copies + problems;
        if (problems == 0)
        {
            return Html.Of($"<p>{PageText.Fill(_words.NoProblems, Grouped(files))}</p>");
        }

        Html kinds = _status.Problems is { } known
            ? Html.Of($"<dl class=\"facts\">{known.Select(kind => Html.Of($"<div><dt>{_words.NameOf(kind.Kind)}</dt><dd>{Grouped(kind.Files)}</dd></div>\n"))}</dl>")
            : Html.Of($"<p class=\"note\">{_words.KindsUnknown}</p>");
        return Html.Of($"<p>{PageText.Fill(_words.ProblemsOfFiles, Grouped(problems), Grouped(files))}</p>\n{kinds}");
    }

    private Html Variants(VariantTable variants) => Html.Of($"""
        <p>{PageText.Fill(_words.VariantGroups, Grouped(variants.Groups.Count))}</p>
        {Html.If(variants.Problems.Count > 0, () => Html.Of($"<p class=\"note\">{PageText.Fill(_words.VariantProblems, Grouped(variants.Problems.Count))}</p>"))}
        """);

    private Html Queries(IReadOnlyList<SavedQueryNews> queries) => Html.Of($"""
        <section>
          <h2>{_words.SavedQueries}</h2>
          <ul class="queries">
            {queries.Take(MostQueries).Select(Query)}
          </ul>
        </section>
        """);

    private Html Query(SavedQueryNews query) => Html.Of($"""
        <li><a href="{_text.Links.Results(query.Parameters)}" lang="zh">{query.Title}</a> <span class="count">{PageText.Fill(_words.QueryNews, Grouped(query.Articles), Grouped(query.New.Count))}</span> <a href="{_text.Links.SavedFeed(query.Name)}">{_text.Feed}</a></li>

        """);

    private static string Grouped(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
