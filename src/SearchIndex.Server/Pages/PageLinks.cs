using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using SearchIndex.News.Query;
using SearchIndex.Server.Feeds;

namespace SearchIndex.Server.Pages;

/// <summary>Addresses within the site. They carry the parameters of the search, so that every page can lead back to its results.</summary>
internal static class PageLinks
{
    /// <summary>The address of the page that says what is indexed.</summary>
    public const string Status = "/status";

    /// <summary>The address of the operator's page.</summary>
    public const string Operate = "/operate";

    /// <summary>Returns the address of a page of results.</summary>
    public static string Results(SearchParameters parameters) => "/" + QueryOf(parameters);

    /// <summary>Returns the address of a page of results that cites a version of the index.</summary>
    public static string Permanent(SearchParameters parameters, string version) =>
        "/" + QueryOf(parameters with { After = null, Chart = null }).Add(SearchCitation.Parameter, version);

    /// <summary>Returns a search from its first page on.</summary>
    public static SearchParameters FirstPage(SearchParameters parameters) => parameters with { Page = null, After = null };

    /// <summary>Returns the address of a search as a feed.</summary>
    public static string Feed(SearchParameters parameters) => FeedRoutes.AtomPath + QueryOf(FirstPage(parameters) with { Chart = null });

    /// <summary>Returns the address of the feed of a saved query.</summary>
    public static string SavedFeed(string name) => $"/queries/{Uri.EscapeDataString(name)}.atom";

    /// <summary>Returns the address of all hits of a search as a file.</summary>
    public static string Export(SearchParameters parameters, string format) =>
        "/api/export" + QueryOf(FirstPage(parameters) with { Chart = null }).Add("format", format);

    /// <summary>Returns the address of an article that was found by a search.</summary>
    public static string Article(string id, SearchParameters parameters) => $"/articles/{Uri.EscapeDataString(id)}{QueryOf(parameters)}";

    /// <summary>Returns the address of an article beside another.</summary>
    public static string Beside(string id, string other, SearchParameters parameters) =>
        $"/articles/{Uri.EscapeDataString(id)}/beside/{Uri.EscapeDataString(other)}{QueryOf(parameters)}";

    /// <summary>Returns the address of one article as a file for programs that keep references.</summary>
    public static string Citation(string id, SearchParameters parameters, string format) =>
        $"/articles/{Uri.EscapeDataString(id)}/citation{Add(default, "q", parameters.Query).Add("format", format)}";

    /// <summary>Returns an address of the world outside when it is one that a reader may follow, else null: an article may claim any.</summary>
    public static string? Outside(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            ? address.AbsoluteUri
            : null;

    // A builder and not one query after the other: each of those would copy all before it, and an address can have thousands of values.
    private static QueryString QueryOf(SearchParameters parameters)
    {
        (string Name, string? Value)[] values =
        [
            ("q", parameters.Query),
            ("match", parameters.Match),
            .. parameters.Outlets.Select(outlet => ("outlet", (string?)outlet)),
            .. parameters.Authors.Select(author => ("author", (string?)author)),
            .. parameters.Periods.Select(period => ("period", (string?)period)),
            ("from", parameters.From),
            ("to", parameters.To),
            ("script", parameters.Script),
            ("variants", parameters.Variants),
            ("collapse", parameters.Collapse),
            ("sort", parameters.Sort),
            ("size", parameters.Size),
            ("chart", parameters.Chart),
            ("after", parameters.After),
            ("page", parameters.Page == "1" ? null : parameters.Page),
        ];
        return new QueryBuilder(values.Where(one => !string.IsNullOrEmpty(one.Value)).Select(one => KeyValuePair.Create(one.Name, one.Value!))).ToQueryString();
    }

    private static QueryString Add(QueryString query, string name, string? value) =>
        string.IsNullOrEmpty(value) ? query : query.Add(name, value);
}
