using System.Globalization;
using Microsoft.AspNetCore.Http;
using SearchIndex.News.Ingest;

namespace SearchIndex.Server.Pages;

/// <summary>The words of the page in one language. Texts with <c>{0}</c> take a number or a word.</summary>
internal sealed partial record PageText
{
    /// <summary>Gets the language of these words, for the <c>lang</c> attribute.</summary>
    public required string Language { get; init; }

    /// <summary>Gets the address of the page that these words are for, without a choice of language.</summary>
    public string Here { get; init; } = "/";

    /// <summary>Gets the addresses that these words link to.</summary>
    public PageLinks Links { get; init; } = PageLinks.Root;

    /// <summary>Gets the title of the archive that the page belongs to; null for the only one of a service, unless it has a title.</summary>
    public string? ArchiveTitle { get; init; }

    /// <summary>Gets whether the page belongs to one of several archives, so that it leads to the others.</summary>
    public bool IsOneOfSeveral { get; init; }

    /// <summary>Gets what pages call themselves: the title of their archive, or the name of the site.</summary>
    public string Masthead => ArchiveTitle ?? SiteName;

    /// <summary>Gets the words of the tools around results and articles.</summary>
    public required ToolText Tools { get; init; }

    public required string SiteName { get; init; }

    public required string Tagline { get; init; }

    public required string Intro { get; init; }

    public required string SearchLabel { get; init; }

    public required string SearchHint { get; init; }

    public required string SearchButton { get; init; }

    public required string Filters { get; init; }

    public required string FilterButton { get; init; }

    public required string ClearFilters { get; init; }

    public required string Outlet { get; init; }

    public required string AllOutlets { get; init; }

    public required string From { get; init; }

    public required string To { get; init; }

    public required string DateHint { get; init; }

    public required string Script { get; init; }

    public required string AllScripts { get; init; }

    public required string ScriptHans { get; init; }

    public required string ScriptHant { get; init; }

    public required string ScriptMixed { get; init; }

    public required string ScriptNone { get; init; }

    public required string Sort { get; init; }

    public required string SortRelevance { get; init; }

    public required string SortFresh { get; init; }

    public required string SortNewest { get; init; }

    public required string SortOldest { get; init; }

    public required string MatchAny { get; init; }

    public required string Found { get; init; }

    public required string FoundFor { get; init; }

    public required string Took { get; init; }

    public required string PageOf { get; init; }

    public required string Occurrences { get; init; }

    public required string NoDate { get; init; }

    public required string Pages { get; init; }

    public required string Previous { get; init; }

    public required string Next { get; init; }

    public required string NothingFound { get; init; }

    public required string NothingOnThisPage { get; init; }

    public required string FirstPage { get; init; }

    public required string TryThis { get; init; }

    public required string TryWithoutFilters { get; init; }

    public required string TryAny { get; init; }

    public required string TryFewerWords { get; init; }

    public required string TryWithoutQuotes { get; init; }

    public required string WrongValue { get; init; }

    public required string WrongDate { get; init; }

    public required string Examples { get; init; }

    public required string Archive { get; init; }

    public required string Articles { get; init; }

    public required string Outlets { get; init; }

    public required string Span { get; init; }

    public required string Scripts { get; init; }

    public required string BuiltAt { get; init; }

    public required string BrowseOutlets { get; init; }

    public required string HowTo { get; init; }

    /// <summary>Gets the line that names the regional variants; {0} is their list.</summary>
    public required string AlsoIncludes { get; init; }

    /// <summary>Gets what stands before queries that may have been meant.</summary>
    public required string DidYouMean { get; init; }

    /// <summary>Gets the link to the same search without regional variants.</summary>
    public required string WithoutVariants { get; init; }

    /// <summary>Gets what stands between the parts of a list.</summary>
    public required string ListComma { get; init; }

    /// <summary>Gets what stands before the links to all hits as a file.</summary>
    public required string TakeAway { get; init; }

    /// <summary>Gets the link to the feed of a search.</summary>
    public required string Feed { get; init; }

    /// <summary>Gets the heading of the other versions of an article.</summary>
    public required string VersionsOfArticle { get; init; }

    /// <summary>Gets the heading of articles of other outlets on the same event.</summary>
    public required string SameStory { get; init; }

    /// <summary>Gets the heading of articles on the same subject.</summary>
    public required string SimilarArticles { get; init; }

    /// <summary>Gets the line under a hit that has other versions; {0} is their number.</summary>
    public required string OtherVersions { get; init; }

    public required IReadOnlyList<(string Query, string Meaning)> Syntax { get; init; }

    public required string BackToResults { get; init; }

    public required string BackToSearch { get; init; }

    public required string ReadOriginal { get; init; }

    public required string MarkedPlaces { get; init; }

    public required string JumpToFirst { get; init; }

    public required string PreviousMark { get; init; }

    public required string NextMark { get; init; }

    public required string About { get; init; }

    public required string Author { get; init; }

    public required string Editors { get; init; }

    public required string Published { get; init; }

    public required string FromBodyStamp { get; init; }

    public required string FromFrontMatter { get; init; }

    public required string FromEpochComment { get; init; }

    public required string FromLocalForm { get; init; }

    public required string FromFileName { get; init; }

    public required string Source { get; init; }

    public required string Copies { get; init; }

    public required string Tags { get; init; }

    public required string NotFoundTitle { get; init; }

    public required string NotFoundText { get; init; }

    public required string StaleTitle { get; init; }

    public required string StaleText { get; init; }

    public required string NoIndexTitle { get; init; }

    public required string NoIndexText { get; init; }

    public required string MachineInterface { get; init; }

    /// <summary>Returns the words in the language that a request prefers among those there are; simplified Chinese when it does not say.</summary>
    public static PageText For(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage
            .Where(language => language.Quality is not 0)
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => Find(language.Value.ToString()))
            .FirstOrDefault(text => text is not null) ?? Hans;

    /// <summary>Returns one of these texts with a value in its hole.</summary>
    public static string Fill(string text, object value) => string.Format(CultureInfo.InvariantCulture, text, value);

    /// <summary>Returns one of these texts with two values in its holes.</summary>
    public static string Fill(string text, object first, object second) => string.Format(CultureInfo.InvariantCulture, text, first, second);

    /// <summary>Returns the name of a script by its id; an id that does not exist is its own name.</summary>
    public string NameOfScript(string id) => Enum.TryParse(id, ignoreCase: true, out ArticleScript script) && Enum.IsDefined(script) ? NameOf(script) : id;

    /// <summary>Returns the name of a script.</summary>
    public string NameOf(ArticleScript script) => script switch
    {
        ArticleScript.Hans => ScriptHans,
        ArticleScript.Hant => ScriptHant,
        ArticleScript.Mixed => ScriptMixed,
        _ => ScriptNone,
    };

    /// <summary>Returns where a date was found, or null when there is none.</summary>
    public string? NameOf(PublishedEvidence evidence) => evidence switch
    {
        PublishedEvidence.BodyStamp => FromBodyStamp,
        PublishedEvidence.FrontMatter => FromFrontMatter,
        PublishedEvidence.EpochComment => FromEpochComment,
        PublishedEvidence.LocalForm => FromLocalForm,
        PublishedEvidence.FileName => FromFileName,
        _ => null,
    };

    private static PageText? Find(string language)
    {
        string[] parts = language.ToLowerInvariant().Split('-');
        return parts[0] switch
        {
            "zh" when parts.Contains("hans") => Hans,
            "zh" when parts.Any(part => part is "hant" or "tw" or "hk" or "mo") => Hant,
            "zh" => Hans,
            "en" => English,
            _ => null,
        };
    }
}
