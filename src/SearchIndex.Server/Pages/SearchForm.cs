using SearchIndex.News.Query;

namespace SearchIndex.Server.Pages;

/// <summary>The search box and what joins its form: one form, sent by GET, so that every search has an address.</summary>
internal static class SearchForm
{
    /// <summary>Returns whether anything but the query and the order narrows the search.</summary>
    public static bool HasFilters(SearchParameters parameters) =>
        parameters.Outlets.Concat(parameters.Authors).Concat(parameters.Periods).Any(value => !string.IsNullOrWhiteSpace(value))
        || !string.IsNullOrWhiteSpace(parameters.From + parameters.To + parameters.Script);

    /// <summary>Returns the search box; the filters join its form by its id.</summary>
    public static Html Box(PageText text, SearchParameters parameters, bool takesFocus) => Html.Of($"""
        <form id="search" class="search-box" role="search" action="{text.Links.Home}" method="get">
          {Field(text, text.SearchLabel, parameters.Query, takesFocus)}
        </form>
        """);

    /// <summary>Returns the search box of an archive that the page does not belong to.</summary>
    /// <param name="text">The words of the page.</param>
    /// <param name="links">The addresses of the archive.</param>
    /// <param name="label">What the box is called, other than those beside it.</param>
    public static Html BoxOf(PageText text, PageLinks links, string label) => Html.Of($"""
        <form class="search-box" role="search" aria-label="{label}" action="{links.Home}" method="get">
          {Field(text, label, query: null, takesFocus: false)}
        </form>
        """);

    private static Html Field(PageText text, string label, string? query, bool takesFocus) => Html.Of($"""
        <input type="search" name="q" value="{query}" aria-label="{label}" placeholder="{text.SearchHint}" lang="zh"
          autocomplete="off" spellcheck="false" enterkeyhint="search"{Html.If(takesFocus, () => Html.Of($" autofocus"))}>
        <button type="submit">{text.SearchButton}</button>
        """);

    /// <summary>Returns the filters of somebody who has not asked anything yet.</summary>
    public static Html Filters(PageText text, IReadOnlyList<OutletCount> outlets) => Html.Of($"""
        <details class="filters">
          <summary>{text.Filters}</summary>
          <div class="fields">
            {Select("outlet", text.Outlet, [(string.Empty, text.AllOutlets), .. outlets.Select(outlet => (outlet.Id, $"{outlet.Name} ({outlet.Articles})"))])}
            {Select("script", text.Script, Scripts(text))}
            {DateField(text, "from", text.From, null, isWrong: false)}
            {DateField(text, "to", text.To, null, isWrong: false)}
            {Select("sort", text.Sort, [.. Orders(text)])}
            {AnyField(text, isChecked: false)}
            <div class="actions">
              <button type="submit" form="search" class="quiet">{text.FilterButton}</button>
            </div>
          </div>
        </details>
        """);

    /// <summary>Returns a field for a date.</summary>
    public static Html DateField(PageText text, string name, string label, string? value, bool isWrong) => Html.Of($"""
        <label><span>{label}</span>
          <input type="text" name="{name}" value="{value}" form="search" placeholder="2023-05" title="{text.DateHint}"
            autocomplete="off" spellcheck="false" maxlength="40"{Html.If(isWrong, () => Html.Of($" aria-invalid=\"true\""))}>
        </label>
        """);

    /// <summary>Returns the box to tick when any of the words will do.</summary>
    public static Html AnyField(PageText text, bool isChecked) => Html.Of($"""
        <label class="check"><input type="checkbox" name="match" value="any" form="search"{Html.If(isChecked, () => Html.Of($" checked"))}> {text.MatchAny}</label>
        """);

    /// <summary>Returns the orders of hits: the value of the parameter and its name.</summary>
    public static (string Value, string Label)[] Orders(PageText text) =>
    [
        (string.Empty, text.SortRelevance), ("fresh", text.SortFresh), ("newest", text.SortNewest), ("oldest", text.SortOldest),
    ];

    private static (string Value, string Label)[] Scripts(PageText text) =>
    [
        (string.Empty, text.AllScripts), ("hans", text.ScriptHans), ("hant", text.ScriptHant), ("mixed", text.ScriptMixed), ("none", text.ScriptNone),
    ];

    private static Html Select(string name, string label, (string Value, string Label)[] choices) => Html.Of($"""
        <label><span>{label}</span>
          <select name="{name}" form="search">
            {choices.Select(choice => Html.Of($"<option value=\"{choice.Value}\">{choice.Label}</option>\n"))}
          </select>
        </label>
        """);
}
