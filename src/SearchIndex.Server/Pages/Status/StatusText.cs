using SearchIndex.News.Ingest;

namespace SearchIndex.Server.Pages.Status;

/// <summary>The words of the status page in one language.</summary>
internal sealed partial record StatusText
{
    public required string Title { get; init; }

    public required string Index { get; init; }

    /// <summary>Gets the name of the number of files that are further copies of an article.</summary>
    public required string Copies { get; init; }

    public required string Updated { get; init; }

    public required string Commit { get; init; }

    public required string Generation { get; init; }

    public required string Size { get; init; }

    /// <summary>Gets the size of the index; {0} is the size, {1} the number of segments.</summary>
    public required string SizeInSegments { get; init; }

    public required string Problems { get; init; }

    /// <summary>Gets the line when there are none; {0} is the number of files.</summary>
    public required string NoProblems { get; init; }

    /// <summary>Gets the line when there are some; {0} is their number, {1} that of all files.</summary>
    public required string ProblemsOfFiles { get; init; }

    public required string KindsUnknown { get; init; }

    public required string Empty { get; init; }

    public required string NotUtf8 { get; init; }

    public required string Binary { get; init; }

    public required string NoContent { get; init; }

    public required string TooLarge { get; init; }

    public required string Unreadable { get; init; }

    public required string Failed { get; init; }

    public required string ByOutlet { get; init; }

    public required string First { get; init; }

    public required string Last { get; init; }

    /// <summary>Gets the name of the line of outlets that have none of their own; {0} is their number.</summary>
    public required string MoreOutlets { get; init; }

    public required string ByMonth { get; init; }

    public required string Year { get; init; }

    public required string EarlierYears { get; init; }

    public required string Month { get; init; }

    /// <summary>Gets the heading above the months of a year; {0} is the year.</summary>
    public required string MonthsOf { get; init; }

    public required string All { get; init; }

    /// <summary>Gets the note on articles without a date; {0} is their number.</summary>
    public required string Undated { get; init; }

    public required string Variants { get; init; }

    /// <summary>Gets how many groups of variants there are; {0} is the number.</summary>
    public required string VariantGroups { get; init; }

    /// <summary>Gets how many lines of the file of variants could not be taken; {0} is the number.</summary>
    public required string VariantProblems { get; init; }

    public required string SavedQueries { get; init; }

    /// <summary>Gets the name of the link to the operator's page.</summary>
    public required string ForOperators { get; init; }

    /// <summary>Gets what a saved query has found; {0} is the number of articles, {1} of those that are new.</summary>
    public required string QueryNews { get; init; }

    /// <summary>Returns the words in the language of a page.</summary>
    public static StatusText In(string language) => language switch
    {
        "zh-Hans" => Hans,
        "zh-Hant" => Hant,
        _ => English,
    };

    /// <summary>Returns why a file is no article.</summary>
    public string NameOf(ArticleProblemKind kind) => kind switch
    {
        ArticleProblemKind.Empty => Empty,
        ArticleProblemKind.NotUtf8 => NotUtf8,
        ArticleProblemKind.Binary => Binary,
        ArticleProblemKind.NoContent => NoContent,
        ArticleProblemKind.TooLarge => TooLarge,
        ArticleProblemKind.Unreadable => Unreadable,
        _ => Failed,
    };
}
