using Microsoft.AspNetCore.Http;
using SearchIndex.News.Query;
using SearchIndex.Server.Feeds;

namespace SearchIndex.Server.Pages;

/// <summary>Addresses within the site. They carry the parameters of the search, so that every page can lead back to its results.</summary>
internal static class PageLinks
{
    /// <summary>Returns the address of a page of results.</summary>
    public static string Results(SearchParameters parameters) => "/" + QueryOf(parameters);

    /// <summary>Returns the address of a page of results that cites a version of the index.</summary>
    public static string Permanent(SearchParameters parameters, string version) =>
        "/" + QueryOf(parameters with { After = null, Chart = null }).Add(SearchCitation.Parameter, version);

    /// <summary>Returns a search from its first page on.</summary>
    public static SearchParameters FirstPage(SearchParameters parameters) => parameters with { Page = null, After = null };

    /// <summary>Returns the address of a search as a feed.</summary>
    public static string Feed(SearchParameters parameters) => FeedRoutes.AtomPath + QueryOf(FirstPage(parameters) with { Chart = null });

    /// <summary>Returns the address of all hits of a search as a file.</summary>
    public static string Export(SearchParameters parameters, string format) =>
        "/api/export" + QueryOf(FirstPage(parameters) with { Chart = null }).Add("format", format);

    /// <summary>Returns the address of an article that was found by a search.</summary>
    public static string Article(string id, SearchParameters parameters) => $"/articles/{Uri.EscapeDataString(id)}{QueryOf(parameters)}";

    /// <summary>Returns the address of one article as a file for programs that keep references.</summary>
    public static string Citation(string id, SearchParameters parameters, string format) =>
        $"/articles/{Uri.EscapeDataString(id)}/citation{Add(default, "q", parameters.Query).Add("format", format)}";

    /// <summary>Returns an address of the world outside when it is one that a reader may follow, else null: an article may claim any.</summary>
    public static string? Outside(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            ? address.AbsoluteUri
            : null;

    private static QueryString QueryOf(SearchParameters parameters)
    {
        var query = default(QueryString);
        query = Add(query, "q", parameters.Query);
        query = Add(query, "match", parameters.Match);
        foreach (string outlet in parameters.Outlets)
        {
            query = Add(query, "outlet", outlet);
        }

        foreach (string author in parameters.Authors)
        {
            query = Add(query, "author", author);
        }

        foreach (string period in parameters.Periods)
        {
            query = Add(query, "period", period);
        }

        query = Add(query, "from", parameters.From);
        query = Add(query, "to", parameters.To);
        query = Add(query, "script", parameters.Script);
        query = Add(query, "variants", parameters.Variants);
        query = Add(query, "collapse", parameters.Collapse);
        query = Add(query, "sort", parameters.Sort);
        query = Add(query, "size", parameters.Size);
        query = Add(query, "chart", parameters.Chart);
        query = Add(query, "after", parameters.After);
        return Add(query, "page", parameters.Page == "1" ? null : parameters.Page);
    }

    private static QueryString Add(QueryString query, string name, string? value) =>
        string.IsNullOrEmpty(value) ? query : query.Add(name, value);
}
