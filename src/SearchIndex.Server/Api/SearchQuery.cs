using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using SearchIndex.News.Query;

namespace SearchIndex.Server.Api;

/// <summary>The query string of a search. All values are text here, so that a wrong one gets an answer that says what is allowed.</summary>
internal sealed class SearchQuery
{
    [Description("The query as a person types it, in the language of docs/query-language.md. Absent or empty finds everything that the filters let through. Never an error; longer than 2,000 UTF-16 units is cut, with a notice.")]
    [FromQuery(Name = "q")]
    public string? Q { get; init; }

    [Description("Whether every part of the query must match, or any.")]
    [FromQuery(Name = "match")]
    public string? Match { get; init; }

    [Description("The id or the name of an outlet; may be given several times, a hit has one of them.")]
    [FromQuery(Name = "outlet")]
    public string[]? Outlet { get; init; }

    [Description("The first date of publication: " + DateBound.Allowed + ". Times without an offset are UTC.")]
    [FromQuery(Name = "from")]
    public string? From { get; init; }

    [Description("The last date of publication: a year, month or day is included whole; a time is the end, exclusive. Forms as for from.")]
    [FromQuery(Name = "to")]
    public string? To { get; init; }

    [Description("The name of an author, exactly as articles give it; may be given several times, a hit has one of them.")]
    [FromQuery(Name = "author")]
    public string[]? Author { get; init; }

    [Description("A year, month or day of publication; may be given several times, a hit lies in one of them.")]
    [FromQuery(Name = "period")]
    public string[]? Period { get; init; }

    [Description("The facets to count, separated by commas: outlet, script, author, year, month.")]
    [FromQuery(Name = "facets")]
    public string? Facets { get; init; }

    [Description("The script of the articles: hans, hant, mixed, none; several separated by commas.")]
    [FromQuery(Name = "script")]
    public string? Script { get; init; }

    [Description("The order of the hits; articles without a date come last by date.")]
    [FromQuery(Name = "sort")]
    public string? Sort { get; init; }

    [Description("Whether regional variants of names and words are found as well: on or off.")]
    [FromQuery(Name = "variants")]
    public string? Variants { get; init; }

    [Description("Whether versions of an article (copies, revisions, the same text in the other script) are one hit: on or off.")]
    [FromQuery(Name = "collapse")]
    public string? Collapse { get; init; }

    [Description("Whether each hit says how its score comes about: true or false.")]
    [FromQuery(Name = "explain")]
    public string? Explain { get; init; }

    [Description("The page, from 1. Pages reach the first 1,000 hits; after goes on behind them.")]
    [FromQuery(Name = "page")]
    public string? Page { get; init; }

    [Description("The number of hits on a page.")]
    [FromQuery(Name = "size")]
    public string? Size { get; init; }

    [Description("Where an earlier page of the same search ended: its next. Goes on behind it in the same view of the index, which is kept for five minutes after its last use. Not together with page.")]
    [FromQuery(Name = "after")]
    public string? After { get; init; }

    /// <summary>Returns the values under their names in the domain.</summary>
    public SearchParameters ToParameters() => new()
    {
        Query = Q,
        Match = Match,
        Outlets = Outlet ?? [],
        From = From,
        To = To,
        Authors = Author ?? [],
        Periods = Period ?? [],
        Facets = Facets,
        Script = Script,
        Sort = Sort,
        Variants = Variants,
        Collapse = Collapse,
        Explain = Explain,
        Page = Page,
        Size = Size,
        After = After,
    };
}
