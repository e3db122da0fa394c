using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using SearchIndex.News.Query;
using SearchIndex.Server.Feeds;

namespace SearchIndex.Server.Pages;

/// <summary>Addresses within an archive. They carry the parameters of the search, so that every page can lead back to its results.</summary>
/// <param name="Base">
/// What they all begin with, without a slash at the end: the path below which the archive is served, or the site and that path. The path is
/// empty when the service has one archive.
/// </param>
internal sealed record PageLinks(string Base)
{
    /// <summary>The path, within an archive, of the page that says what is indexed.</summary>
    public const string StatusPath = "/status";

    /// <summary>The path, within an archive, of the operator's page.</summary>
    public const string OperatePath = "/operate";

    /// <summary>The address of the page that lists the archives of a service that has several.</summary>
    public const string AllArchives = "/";

    /// <summary>Gets the addresses of a service that has one archive.</summary>
    public static PageLinks Root { get; } = new(string.Empty);

    /// <summary>Gets the address of the front page.</summary>
    public string Home => Base + "/";

    /// <summary>Gets the address of the page that says what is indexed.</summary>
    public string Status => Base + StatusPath;

    /// <summary>Gets the address of the operator's page.</summary>
    public string Operate => Base + OperatePath;

    /// <summary>Gets the address of the description of the API.</summary>
    public string OpenApi => Base + "/openapi/v1.json";

    /// <summary>Returns the addresses within the archive that a request is for, from the slash on.</summary>
    public static PageLinks Of(HttpRequest request) => new(request.PathBase.ToUriComponent());

    /// <summary>Returns the same addresses with the site before them, for readers elsewhere.</summary>
    public static PageLinks WithSiteOf(HttpRequest request) => new($"{request.Scheme}://{request.Host}{request.PathBase}");

    /// <summary>Returns the address of a page of results.</summary>
    public string Results(SearchParameters parameters) => Home + QueryOf(parameters);

    /// <summary>Returns the address of a page of results that cites a version of the index.</summary>
    public string Permanent(SearchParameters parameters, string version) =>
        Home + QueryOf(parameters with { After = null, Chart = null }).Add(SearchCitation.Parameter, version);

    /// <summary>Returns a search from its first page on.</summary>
    public static SearchParameters FirstPage(SearchParameters parameters) => parameters with { Page = null, After = null };

    /// <summary>Returns the address of a search as a feed.</summary>
    public string Feed(SearchParameters parameters) => Base + FeedRoutes.AtomPath + QueryOf(FirstPage(parameters) with { Chart = null });

    /// <summary>Returns the address of the feed of a saved query.</summary>
    public string SavedFeed(string name) => $"{Base}/queries/{Uri.EscapeDataString(name)}.atom";

    /// <summary>Returns the address of all hits of a search as a file.</summary>
    public string Export(SearchParameters parameters, string format) =>
        Base + "/api/export" + QueryOf(FirstPage(parameters) with { Chart = null }).Add("format", format);

    /// <summary>Returns the address of an article that was found by a search.</summary>
    public string Article(string id, SearchParameters parameters) => $"{Base}/articles/{Uri.EscapeDataString(id)}{QueryOf(parameters)}";

    /// <summary>Returns the address of an article beside another.</summary>
    public string Beside(string id, string other, SearchParameters parameters) =>
        $"{Base}/articles/{Uri.EscapeDataString(id)}/beside/{Uri.EscapeDataString(other)}{QueryOf(parameters)}";

    /// <summary>Returns the address of one article as a file for programs that keep references.</summary>
    public string Citation(string id, SearchParameters parameters, string format) =>
        $"{Base}/articles/{Uri.EscapeDataString(id)}/citation{Add(default, "q", parameters.Query).Add("format", format)}";

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
