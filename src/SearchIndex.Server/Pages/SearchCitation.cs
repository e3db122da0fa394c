using System.Globalization;
using SearchIndex.News.Query;

namespace SearchIndex.Server.Pages;

/// <summary>How to cite a search: its query and conditions, the version of the index that was asked, the day, and an address that says all of it.</summary>
/// <param name="Links">Addresses that can be followed from elsewhere.</param>
/// <param name="Version">The version of the index that is asked now.</param>
/// <param name="Cited">The version that the address of this page cites, or null.</param>
/// <param name="Today">The day.</param>
internal sealed record SearchCitation(PageLinks Links, string Version, string? Cited, DateTimeOffset Today)
{
    /// <summary>The name of the parameter that cites a version of the index.</summary>
    public const string Parameter = "index";

    // A version that was mistyped at length need not fill the page.
    private const int LongestVersion = 64;

    /// <summary>Returns the note that the archive is no longer the one that was cited; nothing when it is, or none was.</summary>
    public Html Note(PageText text)
    {
        bool isOther = !string.IsNullOrWhiteSpace(Cited) && Cited != Version;
        string cited = Cited is { Length: > LongestVersion } ? Cited[..LongestVersion] : Cited ?? string.Empty;
        return Html.If(isOther, () => Html.Of($"<div class=\"notices\"><p>{PageText.Fill(text.Tools.OtherVersion, cited, Version)}</p></div>\n"));
    }

    /// <summary>Returns the citation, folded.</summary>
    /// <param name="text">The words of the page.</param>
    /// <param name="parameters">The search.</param>
    /// <param name="page">Its answer.</param>
    /// <param name="conditions">Its conditions.</param>
    public Html Render(PageText text, SearchParameters parameters, SearchPage page, ConditionList conditions)
    {
        string[] parts =
        [
            $"{text.Tools.CitedQuery}{(string.IsNullOrWhiteSpace(page.Parsed.Query) ? "*" : page.Parsed.Query)}",
            .. conditions.Conditions().Select(condition => condition.Label),
            PageText.Fill(text.Found, page.Total.Value.ToString("N0", CultureInfo.InvariantCulture)),
            $"{text.Tools.IndexVersion}{Version}",
            Today.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ];
        return Html.Of($"""
            <details class="citation">
              <summary>{text.Tools.CiteSearch}</summary>
              <p class="whole" lang="zh">{text.Masthead}. {string.Join("; ", parts)}. {Links.Permanent(parameters, Version)}</p>
              <p><a href="{text.Links.Permanent(parameters, Version)}">{text.Tools.Permalink}</a></p>
            </details>
            """);
    }
}
