using SearchIndex.News.Query;

namespace SearchIndex.Server.Pages;

/// <summary>The search box and the filters: one form, sent by GET, so that every search has an address.</summary>
internal sealed class SearchForm
{
    private readonly PageText _text;
    private readonly SearchParameters _parameters;
    private readonly IReadOnlyList<OutletCount> _outlets;
    private readonly IReadOnlyList<ParameterProblem> _problems;

    public SearchForm(PageText text, SearchParameters parameters, IReadOnlyList<OutletCount> outlets, IReadOnlyList<ParameterProblem> problems)
    {
        _text = text;
        _parameters = parameters;
        _outlets = outlets;
        _problems = problems;
    }

    /// <summary>Returns whether anything but the query and the order narrows the search.</summary>
    public static bool HasFilters(SearchParameters parameters) =>
        parameters.Outlets.Concat(parameters.Authors).Concat(parameters.Periods).Any(value => !string.IsNullOrWhiteSpace(value))
        || !string.IsNullOrWhiteSpace(parameters.From + parameters.To + parameters.Script);

    /// <summary>Returns the search box; the filters join its form by its id.</summary>
    public static Html Box(PageText text, SearchParameters parameters, bool takesFocus) => Html.Of($"""
        <form id="search" class="search-box" role="search" action="/" method="get">
          <input type="search" name="q" value="{parameters.Query}" aria-label="{text.SearchLabel}" placeholder="{text.SearchHint}" lang="zh"
            autocomplete="off" spellcheck="false" enterkeyhint="search"{Html.If(takesFocus, () => Html.Of($" autofocus"))}>
          <button type="submit">{text.SearchButton}</button>
        </form>
        """);

    /// <summary>Returns the filters. They fold away on narrow screens, unless one is set.</summary>
    public Html Filters() => Html.Of($"""
        <details class="filters"{Html.If(HasFilters(_parameters) || _problems.Count > 0, () => Html.Of($" open"))}>
          <summary>{_text.Filters}</summary>
          <div class="fields">
            {OutletField()}
            {Select("script", _text.Script, _parameters.Script, Scripts())}
            {DateField("from", _text.From, _parameters.From)}
            {DateField("to", _text.To, _parameters.To)}
            {Select("sort", _text.Sort, _parameters.Sort, Sorts())}
            <label class="check"><input type="checkbox" name="match" value="any" form="search"{Html.If(IsAny, () => Html.Of($" checked"))}> {_text.MatchAny}</label>
            {Html.If(!string.IsNullOrWhiteSpace(_parameters.Size), () => Html.Of($"<input type=\"hidden\" name=\"size\" value=\"{_parameters.Size}\" form=\"search\">"))}
            <div class="actions">
              <button type="submit" form="search" class="quiet">{_text.FilterButton}</button>
              {Html.If(HasFilters(_parameters), () => Html.Of($"<a href=\"{PageLinks.Results(new SearchParameters { Query = _parameters.Query })}\">{_text.ClearFilters}</a>"))}
            </div>
          </div>
        </details>
        """);

    private bool IsAny => string.Equals(_parameters.Match, "any", StringComparison.OrdinalIgnoreCase);

    private (string Value, string Label)[] Scripts() =>
    [
        (string.Empty, _text.AllScripts), ("hans", _text.ScriptHans), ("hant", _text.ScriptHant), ("mixed", _text.ScriptMixed), ("none", _text.ScriptNone),
    ];

    private (string Value, string Label)[] Sorts() =>
    [
        (string.Empty, _text.SortRelevance), ("newest", _text.SortNewest), ("oldest", _text.SortOldest),
    ];

    /// <summary>An address may ask for several outlets; only then the field takes several, since a plain list is easier to use.</summary>
    private Html OutletField()
    {
        string[] chosen = [.. _parameters.Outlets.Where(outlet => !string.IsNullOrWhiteSpace(outlet))];
        IEnumerable<OutletCount> unknown = chosen
            .Where(asked => !_outlets.Any(outlet => outlet.Id == asked || outlet.Name == asked))
            .Select(asked => new OutletCount(asked, asked, 0));
        IEnumerable<Html> options = _outlets.Concat(unknown).Select(outlet => Html.Of($"""
            <option value="{outlet.Id}"{Html.If(chosen.Contains(outlet.Id) || chosen.Contains(outlet.Name), () => Html.Of($" selected"))}>{outlet.Name} ({outlet.Articles})</option>
            """));
        return Html.Of($"""
            <label><span>{_text.Outlet}</span>
              <select name="outlet" form="search"{Html.If(chosen.Length > 1, () => Html.Of($" multiple size=\"6\""))}>
                <option value="">{_text.AllOutlets}</option>
                {options}
              </select>
            </label>
            """);
    }

    private static Html Select(string name, string label, string? chosen, (string Value, string Label)[] choices)
    {
        IEnumerable<Html> options = choices.Select(choice => Html.Of($"""
            <option value="{choice.Value}"{Html.If(choice.Value.Equals(chosen, StringComparison.OrdinalIgnoreCase), () => Html.Of($" selected"))}>{choice.Label}</option>
            """));
        return Html.Of($"""
            <label><span>{label}</span>
              <select name="{name}" form="search">
                {options}
              </select>
            </label>
            """);
    }

    private Html DateField(string name, string label, string? value)
    {
        bool isWrong = _problems.Any(problem => problem.Name == name);
        return Html.Of($"""
            <label><span>{label}</span>
              <input type="text" name="{name}" value="{value}" form="search" placeholder="2023-05" title="{_text.DateHint}"
                autocomplete="off" spellcheck="false" maxlength="40"{Html.If(isWrong, () => Html.Of($" aria-invalid=\"true\""))}>
            </label>
            """);
    }
}
