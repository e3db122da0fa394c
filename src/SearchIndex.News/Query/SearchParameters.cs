using System.Globalization;
using SearchIndex.News.Ingest;
using SearchIndex.News.Query.Export;
using SearchIndex.News.Query.Facets;
using SearchIndex.News.Query.Paging;
using SearchIndex.News.Suggestions;

namespace SearchIndex.News.Query;

/// <summary>
/// The parameters of a search as text, the way a URL or a command line gives them. Null and blank text mean that nothing is asked, except
/// for <see cref="Query"/>, which is taken as it is.
/// </summary>
public sealed record SearchParameters
{
    /// <summary>Gets the query.</summary>
    public string? Query { get; init; }

    /// <summary>Gets how the parts go together: a name of <see cref="MatchMode"/>.</summary>
    public string? Match { get; init; }

    /// <summary>Gets the ids or names of outlets.</summary>
    public IReadOnlyList<string> Outlets { get; init; } = [];

    /// <summary>Gets the first date: a <see cref="DateBound"/>.</summary>
    public string? From { get; init; }

    /// <summary>Gets the last date: a <see cref="DateBound"/>.</summary>
    public string? To { get; init; }

    /// <summary>Gets the names of authors, exactly as articles give them.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Gets spans of publication, of which one must hold: <see cref="DateBound"/>s.</summary>
    public IReadOnlyList<string> Periods { get; init; } = [];

    /// <summary>Gets the facets to count: names of <see cref="FacetKind"/>, separated by commas.</summary>
    public string? Facets { get; init; }

    /// <summary>Gets the scripts: names of <see cref="ArticleScript"/>, separated by commas.</summary>
    public string? Script { get; init; }

    /// <summary>Gets the order: a name of <see cref="SortOrder"/>.</summary>
    public string? Sort { get; init; }

    /// <summary>Gets whether regional variants are found as well: on or off.</summary>
    public string? Variants { get; init; }

    /// <summary>Gets whether versions of an article are one hit: on or off.</summary>
    public string? Collapse { get; init; }

    /// <summary>Gets whether scores are explained: true or false.</summary>
    public string? Explain { get; init; }

    /// <summary>Gets the page, from 1.</summary>
    public string? Page { get; init; }

    /// <summary>Gets the number of hits on a page.</summary>
    public string? Size { get; init; }

    /// <summary>Gets where an earlier page ended: a <see cref="SearchCursor"/>.</summary>
    public string? After { get; init; }

    /// <summary>Gets how a page draws the matches over time: share, or else counts. It changes nothing of what is found.</summary>
    public string? Chart { get; init; }

    /// <summary>Turns the texts into a request.</summary>
    /// <param name="problems">The parameters whose values are not allowed; empty when all are well.</param>
    /// <returns>The request; parameters with problems have their defaults in it.</returns>
    public SearchRequest Bind(out IReadOnlyList<ParameterProblem> problems)
    {
        var found = new List<ParameterProblem>();
        DateBound? from = Date("from", From, found);
        DateBound? to = Date("to", To, found);
        if (from?.Start >= to?.End)
        {
            found.Add(new ParameterProblem("to", To!, $"a date that ends after from ({From})"));
        }

        if (!string.IsNullOrWhiteSpace(After) && !string.IsNullOrWhiteSpace(Page))
        {
            found.Add(new ParameterProblem("page", Page, "either page or after"));
        }

        int size = WholeNumber("size", Size, SearchRequest.DefaultSize, SearchRequest.MaxSize, found);
        var request = new SearchRequest
        {
            Query = Query ?? string.Empty,
            Match = Choice<MatchMode>("match", Match, found) ?? MatchMode.All,
            Outlets = [.. Outlets.Where(outlet => !string.IsNullOrWhiteSpace(outlet))],
            From = from?.Start,
            To = to?.End,
            Authors = [.. Authors.Where(author => !string.IsNullOrWhiteSpace(author))],
            Periods = [.. Periods.Select(period => Date("period", period, found)).OfType<DateBound>()],
            Scripts = Choices<ArticleScript>("script", Script, found),
            Facets = Choices<FacetKind>("facets", Facets, found),
            Sort = Choice<SortOrder>("sort", Sort, found) ?? SortOrder.Relevance,
            Variants = Switch("variants", Variants, "on", "off", found) ?? true,
            Collapse = Switch("collapse", Collapse, "on", "off", found) ?? true,
            Explain = Switch("explain", Explain, "true", "false", found) ?? false,
            Page = WholeNumber("page", Page, 1, SearchRequest.MaxDepth / size, found),
            Size = size,
            After = Cursor("after", After, found),
        };
        problems = found;
        return request;
    }

    /// <summary>Reads the length of a step of a timeline: a name of <see cref="TimelineInterval"/>, or nothing.</summary>
    /// <param name="text">The text; null and blank ask for nothing.</param>
    /// <param name="found">The problems so far.</param>
    /// <param name="problems">These, and that of the interval if it has one.</param>
    public static TimelineInterval? BindInterval(string? text, IReadOnlyList<ParameterProblem> found, out IReadOnlyList<ParameterProblem> problems)
    {
        List<ParameterProblem> all = [.. found];
        TimelineInterval? interval = Choice<TimelineInterval>("interval", text, all);
        problems = all;
        return interval;
    }

    /// <summary>Reads the format of an export: csv, jsonl, ris, bibtex or csl.</summary>
    /// <param name="text">The text; null and blank ask for CSV.</param>
    /// <param name="found">The problems so far.</param>
    /// <param name="problems">These, and that of the format if it has one.</param>
    public static ExportFormat BindFormat(string? text, IReadOnlyList<ParameterProblem> found, out IReadOnlyList<ParameterProblem> problems)
    {
        ExportFormat? format = (text ?? string.Empty).Trim().ToLowerInvariant() switch
        {
            "" or "csv" => ExportFormat.Csv,
            "jsonl" => ExportFormat.JsonLines,
            "ris" => ExportFormat.Ris,
            "bibtex" => ExportFormat.BibTeX,
            "csl" => ExportFormat.CslJson,
            _ => null,
        };
        problems = format is null ? [.. found, new ParameterProblem("format", text!, "one of csv, jsonl, ris, bibtex, csl")] : found;
        return format ?? ExportFormat.Csv;
    }

    /// <summary>Reads the number of suggestions.</summary>
    /// <param name="text">The text; null and blank ask for the usual number.</param>
    /// <param name="problems">The problem of the number if it has one.</param>
    public static int BindSuggestionSize(string? text, out IReadOnlyList<ParameterProblem> problems)
    {
        var found = new List<ParameterProblem>();
        int size = WholeNumber("size", text, SuggestionList.DefaultSize, SuggestionList.MaxSize, found);
        problems = found;
        return size;
    }

    private static DateBound? Date(string name, string? text, List<ParameterProblem> problems)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (DateBound.TryParse(text, out DateBound bound))
        {
            return bound;
        }

        problems.Add(new ParameterProblem(name, text, DateBound.Allowed));
        return null;
    }

    private static SearchCursor? Cursor(string name, string? text, List<ParameterProblem> problems)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        SearchCursor? cursor = SearchCursor.TryParse(text.Trim());
        if (cursor is null)
        {
            problems.Add(new ParameterProblem(name, text, "the text that an answer has as next, unchanged"));
        }

        return cursor;
    }

    private static T[] Choices<T>(string name, string? text, List<ParameterProblem> problems)
        where T : struct, Enum =>
        [.. (text ?? string.Empty).Split(',').Select(part => Choice<T>(name, part, problems)).OfType<T>().Distinct()];

    private static T? Choice<T>(string name, string? text, List<ParameterProblem> problems)
        where T : struct, Enum
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        // Enum.TryParse would let numbers through.
        foreach (T value in Enum.GetValues<T>())
        {
            if (value.ToString().Equals(text.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        problems.Add(new ParameterProblem(name, text, "one of " + string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()));
        return null;
    }

    private static bool? Switch(string name, string? text, string on, string off, List<ParameterProblem> problems)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        bool isOn = text.Trim().Equals(on, StringComparison.OrdinalIgnoreCase);
        if (!isOn && !text.Trim().Equals(off, StringComparison.OrdinalIgnoreCase))
        {
            problems.Add(new ParameterProblem(name, text, $"{on} or {off}"));
        }

        return isOn;
    }

    private static int WholeNumber(string name, string? text, int fallback, int max, List<ParameterProblem> problems)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return fallback;
        }

        bool isNumber = int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out int value);
        if (isNumber && value >= 1 && value <= max)
        {
            return value;
        }

        string reach = name == "page" ? $" (page × size reaches {SearchRequest.MaxDepth}; after goes on behind)" : string.Empty;
        problems.Add(new ParameterProblem(name, text, $"a whole number from 1 to {max}{reach}"));
        return fallback;
    }
}
