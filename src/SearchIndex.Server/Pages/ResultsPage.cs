using System.Globalization;
using SearchIndex.News.Query;
using SearchIndex.News.Query.Facets;
using SearchIndex.News.Suggestions.Corrections;

namespace SearchIndex.Server.Pages;

/// <summary>A page of results, or what to do when there are none.</summary>
internal sealed class ResultsPage
{
    private const int LongAddress = 8_000;
    private const int MostForms = 6;

    private readonly PageText _text;
    private readonly SearchParameters _parameters;
    private readonly IReadOnlyList<OutletCount> _outlets;
    private readonly ConditionList _conditions;

    public ResultsPage(PageText text, SearchParameters parameters, IReadOnlyList<OutletCount> outlets)
    {
        _text = text;
        _parameters = parameters;
        _outlets = outlets;
        _conditions = new ConditionList(text, parameters, outlets);
    }

    /// <summary>Returns the page with the hits.</summary>
    /// <param name="page">The hits.</param>
    /// <param name="timeline">The matches over time.</param>
    /// <param name="citation">How to cite the search.</param>
    /// <param name="count">Counts the hits of another search, to give advice that leads somewhere.</param>
    public Html Render(SearchPage page, Timeline timeline, SearchCitation citation, Func<SearchParameters, int> count) => Frame([], IsLong ? Html.None : new FacetPanel(_text, _parameters).Render(page.Facets), Html.Of($"""
        <div class="results-head">
          <h1>{Heading}</h1>
          <p class="total">{Summary(page)}</p>
          {Html.If(page.Total.Value > 1, Orders)}
        </div>
        {_conditions.Render()}
        {citation.Note(_text)}
        {Html.If(page.Partial || timeline.Partial, () => Html.Of($"<div class=\"notices\" role=\"status\"><p>{_text.Tools.PartialAnswer}</p></div>\n"))}
        {Notices(page.Notices)}
        {Html.If(page.Variants.Count > 0, () => Variants(page.Variants))}
        {Html.If(page.DidYouMean.Count > 0, () => DidYouMean(page.DidYouMean))}
        {Html.If(!IsLong, () => new TimelineChart(_text, _parameters, timeline, _outlets).Render())}
        {(page.Hits.Count > 0 ? Hits(page) : page.Total.Value > 0 ? NothingHere() : page.Partial ? Html.None : new NothingFound(_text, _parameters, _conditions, count).Render())}
        {citation.Render(_text, _parameters, page, _conditions)}
        """));

    /// <summary>Returns the page that says which parameters have values that cannot be used.</summary>
    public Html Render(IReadOnlyList<ParameterProblem> problems) => Frame(problems, Html.None, Html.Of($"""
        <div class="results-head"><h1>{Heading}</h1></div>
        {_conditions.Render()}
        <div class="notices wrong" role="alert">
          {problems.Select(Problem)}
        </div>
        """));

    /// <summary>Gets whether the search fills its address. Each link carries all of it, so that facets and chart would be megabytes.</summary>
    private bool IsLong => _text.Links.Results(_parameters).Length > LongAddress;

    private string Heading => string.IsNullOrWhiteSpace(_parameters.Query) ? _text.Articles : PageText.Fill(_text.FoundFor, _parameters.Query);

    private Html Frame(IReadOnlyList<ParameterProblem> problems, Html facets, Html results) => PageLayout.WithSearchBox(_text, Heading, _parameters, Html.Of($"""
        <a class="skip" href="#results">{_text.Tools.SkipToResults}</a>
        <div class="with-sidebar">
          <aside>{new RefineForm(_text, _parameters, problems).Render(facets)}</aside>
          <div class="results" id="results">
            {results}
          </div>
        </div>
        """));

    private string Summary(SearchPage page)
    {
        string found = PageText.Fill(page.Total.Relation == HitTotal.Exact ? _text.Found : _text.Tools.FoundAtLeast, page.Total.Value.ToString("N0", CultureInfo.InvariantCulture));
        string took = PageText.Fill(_text.Took, page.TookMs.ToString("0.#", CultureInfo.InvariantCulture));
        int pages = Pager.PagesOf(page);
        return pages > 1 ? $"{found} · {PageText.Fill(_text.PageOf, page.Page, pages)} · {took}" : $"{found} · {took}";
    }

    private Html Orders()
    {
        IEnumerable<Html> links = SearchForm.Orders(_text).Select(order =>
        {
            string chosen = "relevance".Equals(_parameters.Sort, StringComparison.OrdinalIgnoreCase) ? string.Empty : _parameters.Sort ?? string.Empty;
            bool isCurrent = order.Value.Equals(chosen, StringComparison.OrdinalIgnoreCase);
            return Html.Of($"""
                <li><a href="{_text.Links.Results(PageLinks.FirstPage(_parameters) with { Sort = order.Value })}"{Html.If(isCurrent, () => Html.Of($" aria-current=\"true\""))}>{order.Label}</a></li>

                """);
        });
        return Html.Of($"<ul class=\"choices\" aria-label=\"{_text.Sort}\">{links}</ul>");
    }

    private Html Variants(IReadOnlyList<VariantNote> variants)
    {
        string forms = string.Join(_text.ListComma, variants.SelectMany(variant => variant.Forms).Distinct());
        string without = _text.Links.Results(PageLinks.FirstPage(_parameters) with { Variants = "off" });
        return Html.Of($"<p class=\"variants\" lang=\"zh\">{PageText.Fill(_text.AlsoIncludes, forms)} <a href=\"{without}\">{_text.WithoutVariants}</a></p>\n");
    }

    private Html DidYouMean(IReadOnlyList<Correction> corrections)
    {
        IEnumerable<Html> links = corrections.Select((correction, index) => Html.Of(
            $"{(index > 0 ? _text.ListComma : string.Empty)}<a href=\"{_text.Links.Results(_parameters with { Query = correction.Query, Page = null })}\">{correction.Query}</a> ({correction.Articles})"));
        return Html.Of($"<p class=\"did-you-mean\">{_text.DidYouMean}<span lang=\"zh\">{links}</span></p>\n");
    }

    private static Html Notices(IReadOnlyList<string> notices) => Html.If(notices.Count > 0, () => Html.Of($"""
        <div class="notices">
          {notices.Select(notice => Html.Of($"<p>{notice}</p>\n"))}
        </div>
        """));

    private Html Problem(ParameterProblem problem)
    {
        string label = problem.Name switch
        {
            "from" => _text.From,
            "to" => _text.To,
            "script" => _text.Script,
            "sort" => _text.Sort,
            _ => problem.Name,
        };
        bool isDate = problem.Name is "from" or "to";
        return Html.Of($"<p>{PageText.Fill(_text.WrongValue, label, problem.Value)} {(isDate ? _text.WrongDate : problem.Allowed)}</p>\n");
    }

    private Html Hits(SearchPage page) => Html.Of($"""
        <ol class="hits">
          {page.Hits.Select(Hit)}
        </ol>
        {new Pager(_text, _parameters).Render(page)}
        <p class="take-away">{_text.TakeAway}
          <a href="{_text.Links.Export(_parameters, "csv")}">CSV</a> <a href="{_text.Links.Export(_parameters, "jsonl")}">JSON Lines</a>
          <a href="{_text.Links.Export(_parameters, "ris")}">RIS</a> <a href="{_text.Links.Export(_parameters, "bibtex")}">BibTeX</a>
          <a href="{_text.Links.Export(_parameters, "csl")}">CSL-JSON</a> · <a href="{_text.Links.Feed(_parameters)}">{_text.Feed}</a></p>
        """);

    private Html Hit(SearchHit hit)
    {
        string language = ArticleText.LanguageOf(hit.Script);
        return Html.Of($"""
            <li>
              <article class="hit">
                <h2 lang="{language}"><a href="{_text.Links.Article(hit.Id, _parameters)}">{ArticleText.Marked(hit.Title, hit.TitleMarks)}</a></h2>
                <p class="meta"><span class="outlet" lang="zh">{hit.Outlet.Name}</span> <span>{ArticleText.Day(hit.Published, _text)}</span>
                  <span class="badge">{_text.NameOf(hit.Script)}</span>{Html.If(hit.Occurrences > 0, () => Html.Of($" <span>{PageText.Fill(_text.Occurrences, hit.Occurrences)}</span>"))}{Forms(hit, language)}</p>
                {hit.Passages.Select(passage => Passage(passage, language))}
                {Html.If(hit.VersionCount > 0, () => Versions(hit))}
              </article>
            </li>

            """);
    }

    /// <summary>The forms in which the hit has what was asked for, where these are not the ones that were typed.</summary>
    private Html Forms(SearchHit hit, string language)
    {
        string[] forms = [.. hit.MatchedForms.Where(form => _parameters.Query?.Contains(form, StringComparison.Ordinal) != true).Take(MostForms)];
        return Html.If(forms.Length > 0, () => Html.Of($" <span lang=\"{language}\">{PageText.Fill(_text.Tools.MatchedAs, string.Join(_text.ListComma, forms))}</span>"));
    }

    private Html Versions(SearchHit hit) => Html.Of($"""
        <details class="versions">
          <summary>{PageText.Fill(_text.OtherVersions, hit.VersionCount)}</summary>
          <ul>
            {hit.Versions.Select(Version)}
          </ul>
        </details>
        """);

    private Html Version(HitVersion version) => Html.Of($"""
        <li><a href="{_text.Links.Article(version.Id, _parameters)}">{version.Title}</a>
          <span class="outlet" lang="zh">{version.Outlet.Name}</span> <span>{ArticleText.Day(version.Published, _text)}</span></li>

        """);

    private static Html Passage(HitPassage passage, string language) =>
        Html.Of($"<p class=\"passage\" lang=\"{language}\">{PassageEllipsis.Before(passage)}{ArticleText.Marked(passage.Text, passage.Marks)}{PassageEllipsis.After(passage)}</p>\n");

    private Html NothingHere() => Html.Of($"""
        <div class="nothing">
          <h2>{_text.NothingOnThisPage}</h2>
          <p><a href="{_text.Links.Results(PageLinks.FirstPage(_parameters))}">{_text.FirstPage}</a></p>
        </div>
        """);
}
