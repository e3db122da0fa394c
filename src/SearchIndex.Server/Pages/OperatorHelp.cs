using SearchIndex.News.Query;

namespace SearchIndex.Server.Pages;

/// <summary>How to write a query: each line an example that can be tried, and what it means.</summary>
internal static class OperatorHelp
{
    /// <summary>Returns the lines.</summary>
    public static Html Lines(PageText text) => Html.Of($"""
        <dl class="syntax">
          {text.Syntax.Select(line => Html.Of($"<div><dt>{Example(text, line.Query)}</dt><dd>{line.Meaning}</dd></div>\n"))}
        </dl>
        """);

    /// <summary>Returns the lines folded, to stand by the search box, with the keys that work there.</summary>
    public static Html Folded(PageText text) => Html.Of($"""
        <details class="operators">
          <summary>{text.HowTo}</summary>
          {Lines(text)}
          <p class="hint">{text.Tools.Keys}</p>
        </details>
        """);

    /// <summary>Returns a query as a link that carries it out.</summary>
    public static Html Example(PageText text, string query) =>
        Html.Of($"<a class=\"example\" lang=\"zh\" href=\"{text.Links.Results(new SearchParameters { Query = query })}\">{query}</a> ");
}
