namespace SearchIndex.Server.Pages;

internal sealed partial record ToolText
{
    /// <summary>Gets the words in English.</summary>
    public static ToolText English { get; } = new()
    {
        Narrow = "Narrow the search",
        Period = "Time",
        MoreValues = "{0} more",
        OtherValues = "others",
        MissingValue = "unknown",
        Conditions = "Conditions",
        Remove = "Remove: {0}",
        RemoveAll = "Remove all",
        Since = "since {0}",
        Until = "until {0}",
        EachVersion = "each version a hit",
        SkipToResults = "Skip to the results",
        Timeline = "Over time",
        Axis = "Scale",
        CountAxis = "Number of articles",
        ShareAxis = "Share of all articles then",
        Highest = "highest {0}",
        OtherOutlets = "other outlets",
        RangeHint = "Choose a bar to see that time alone.",
        Undated = "{0} more have no date.",
        Numbers = "As a table",
        Matching = "Matching",
        InArchive = "All articles",
        Share = "Share",
        Cite = "Cite this article",
        CitationFiles = "For reference managers:",
        Address = "Address",
        TitlePlace = "Title in the file",
        Bytes = "bytes {0}–{1}",
        ArticleId = "Id",
        Suggestions = "Suggestions",
        Forget = "Forget recent searches",
        TryLoosely = "dropping quotation marks and filters, and letting any of the words do",
        Keys = "Keys: / goes to the search box, j and k to the next and previous hit, Enter opens it, Esc leaves.",
        CiteSearch = "Cite this search",
        CitedQuery = "query ",
        IndexVersion = "index version ",
        Permalink = "Permalink (query and index version)",
        OtherVersion = "This link cites version {0} of the index. The archive has changed since; the results below are those of version {1} and may differ.",
        Language = "Language",
    };
}
