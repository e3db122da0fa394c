namespace SearchIndex.Server.Pages.Status;

internal sealed partial record StatusText
{
    /// <summary>Gets the words in English.</summary>
    public static StatusText English { get; } = new()
    {
        Title = "What is indexed",
        Index = "The index",
        Copies = "Further copies",
        Updated = "Last change",
        Commit = "Version (commit)",
        Generation = "Generation",
        Size = "Size",
        SizeInSegments = "{0} in {1} segments",
        Problems = "Files that are no articles",
        NoProblems = "None: each of the {0} files is an article or a copy of one.",
        ProblemsOfFiles = "{0} of {1} files, because they are:",
        KindsUnknown = "The index does not say why.",
        Empty = "empty",
        NotUtf8 = "not in UTF-8",
        Binary = "not text",
        NoContent = "without title and text",
        TooLarge = "too large",
        Unreadable = "not readable",
        Failed = "faulty in another way",
        ByOutlet = "By outlet",
        First = "First month",
        Last = "Last month",
        MoreOutlets = "{0} more outlets",
        ByMonth = "By year and month",
        Year = "Year",
        EarlierYears = "earlier",
        Month = "Month",
        MonthsOf = "Months of {0}",
        All = "All outlets",
        Undated = "{0} articles have no date.",
        Variants = "Regional variants",
        VariantGroups = "A search for one name finds its other forms too, by {0} groups of forms.",
        VariantProblems = "{0} lines of the file of variants could not be taken as they stand.",
        SavedQueries = "Saved queries",
        QueryNews = "{0} articles, {1} new",
        ForOperators = "For those who run the service",
    };
}
