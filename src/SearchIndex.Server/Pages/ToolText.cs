namespace SearchIndex.Server.Pages;

/// <summary>The words of the tools around results and articles in one language: facets, timeline, citations, keyboard.</summary>
internal sealed partial record ToolText
{
    /// <summary>Gets the name of the list of facets.</summary>
    public required string Narrow { get; init; }

    public required string Period { get; init; }

    /// <summary>Gets the fold with the values of a facet that are not shown at once; {0} is their number.</summary>
    public required string MoreValues { get; init; }

    /// <summary>Gets the line for articles whose values are not listed.</summary>
    public required string OtherValues { get; init; }

    /// <summary>Gets the line for articles without a value.</summary>
    public required string MissingValue { get; init; }

    /// <summary>Gets the name of the list of conditions that hold.</summary>
    public required string Conditions { get; init; }

    /// <summary>Gets what a link says that takes a condition away; {0} is the condition.</summary>
    public required string Remove { get; init; }

    public required string RemoveAll { get; init; }

    /// <summary>Gets the condition of a first date; {0} is the date.</summary>
    public required string Since { get; init; }

    /// <summary>Gets the condition of a last date; {0} is the date.</summary>
    public required string Until { get; init; }

    /// <summary>Gets the condition that versions of an article are hits each.</summary>
    public required string EachVersion { get; init; }

    public required string SkipToResults { get; init; }

    public required string Timeline { get; init; }

    public required string Axis { get; init; }

    public required string CountAxis { get; init; }

    public required string ShareAxis { get; init; }

    /// <summary>Gets what the highest bar stands for; {0} is the number.</summary>
    public required string Highest { get; init; }

    public required string OtherOutlets { get; init; }

    public required string RangeHint { get; init; }

    /// <summary>Gets the note on matches without a date; {0} is their number.</summary>
    public required string Undated { get; init; }

    public required string Numbers { get; init; }

    public required string Matching { get; init; }

    public required string InArchive { get; init; }

    public required string Share { get; init; }

    public required string Cite { get; init; }

    public required string CitationFiles { get; init; }

    public required string Address { get; init; }

    /// <summary>Gets the name of the place of the title in the file.</summary>
    public required string TitlePlace { get; init; }

    /// <summary>Gets a span of a file; {0} is its first byte, {1} the byte behind it.</summary>
    public required string Bytes { get; init; }

    public required string ArticleId { get; init; }

    public required string Suggestions { get; init; }

    /// <summary>Gets what empties the list of recent searches.</summary>
    public required string Forget { get; init; }

    public required string TryLoosely { get; init; }

    public required string Keys { get; init; }

    public required string CiteSearch { get; init; }

    public required string CitedQuery { get; init; }

    public required string IndexVersion { get; init; }

    public required string Permalink { get; init; }

    /// <summary>Gets the note on an answer that ended at its deadline.</summary>
    public required string PartialAnswer { get; init; }

    /// <summary>Gets the number of hits of such an answer; {0} is the number.</summary>
    public required string FoundAtLeast { get; init; }

    /// <summary>Gets the note that the index has changed; {0} is the version cited, {1} the one now.</summary>
    public required string OtherVersion { get; init; }

    public required string Language { get; init; }

    public required string Beside { get; init; }

    public required string BackToArticle { get; init; }

    /// <summary>Gets the name of the list of articles that the first can be put beside.</summary>
    public required string CompareWith { get; init; }

    public required string SharedHint { get; init; }

    public required string NothingShared { get; init; }

    /// <summary>Gets how much of a text stands in the other too; {0} is the share.</summary>
    public required string SharedShare { get; init; }

    /// <summary>Gets the note on the forms in which a hit has what was asked for; {0} are the forms.</summary>
    public required string MatchedAs { get; init; }

    /// <summary>Gets the name of the link to the status page.</summary>
    public required string StatusPage { get; init; }

    /// <summary>Gets the name of the place of the text in the file.</summary>
    public required string TextPlace { get; init; }

    /// <summary>Gets what is said of a title that the file does not hold as it is shown.</summary>
    public required string NotInFile { get; init; }

    /// <summary>Gets the note on where a fact was found; {0} is the place.</summary>
    public required string TakenFrom { get; init; }

    public required string FromHeadLink { get; init; }

    public required string FromText { get; init; }

    public required string FromPageTitle { get; init; }

    public required string FromAddress { get; init; }

    /// <summary>Gets the name of the page that lists the archives of the service.</summary>
    public required string AllArchives { get; init; }

    /// <summary>Gets the name of the search box of one of several archives; {0} is its title.</summary>
    public required string SearchArchive { get; init; }
}
