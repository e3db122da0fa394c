using SearchIndex.Engine.Search;
using SearchIndex.News.Ingest;
using SearchIndex.News.Query.Facets;
using SearchIndex.News.Query.Paging;

namespace SearchIndex.News.Query;

/// <summary>A question to the index.</summary>
public sealed record SearchRequest
{
    /// <summary>The number of hits on a page when nothing else is asked.</summary>
    public const int DefaultSize = 10;

    /// <summary>The largest number of hits on a page.</summary>
    public const int MaxSize = 100;

    /// <summary>The deepest hit that pages reach by number: <c>Page * Size</c> is at most this. <see cref="After"/> goes on behind it.</summary>
    public const int MaxDepth = 1_000;

    /// <summary>The longest query in UTF-16 units; what is longer is cut, with a notice.</summary>
    public const int MaxQueryLength = 2_000;

    /// <summary>Gets the query as the person typed it. Empty text finds everything that the filters let through.</summary>
    public required string Query { get; init; }

    /// <summary>Gets how the parts go together.</summary>
    public MatchMode Match { get; init; }

    /// <summary>Gets the ids or names of outlets, of which a hit has one; empty for all.</summary>
    public IReadOnlyList<string> Outlets { get; init; } = [];

    /// <summary>Gets the first moment of publication, inclusive, or null.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Gets the end of publication, exclusive, or null. A day given by a person ends with the day.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Gets the scripts, of which a hit has one; empty for all.</summary>
    public IReadOnlyList<ArticleScript> Scripts { get; init; } = [];

    /// <summary>Gets the names of authors exactly as articles give them, of which a hit has one; empty for all.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Gets the spans of publication, of which a hit lies in one; empty for all. They narrow <see cref="From"/> and <see cref="To"/> further.</summary>
    public IReadOnlyList<DateBound> Periods { get; init; } = [];

    /// <summary>Gets the facets to count.</summary>
    public IReadOnlyList<FacetKind> Facets { get; init; } = [];

    /// <summary>Gets the order of the hits.</summary>
    public SortOrder Sort { get; init; }

    /// <summary>Gets whether regional variants of names and words are found as well (川普 for 特朗普).</summary>
    public bool Variants { get; init; } = true;

    /// <summary>Gets whether of articles that are versions of each other only the first is a hit, with the others beside it.</summary>
    public bool Collapse { get; init; } = true;

    /// <summary>Gets whether each hit says how its score comes about.</summary>
    public bool Explain { get; init; }

    /// <summary>
    /// Gets where an earlier page of the same search ended; the answer then goes on behind it, in the view of the index that the earlier page
    /// was from, and <see cref="Page"/> is of no account.
    /// </summary>
    public SearchCursor? After { get; init; }

    /// <summary>
    /// Gets the time that the search has; past it the answer is what was found so far, and says so (<see cref="SearchPage.Partial"/>). Null
    /// for any time. Several questions may share it. Exports take the time that they need.
    /// </summary>
    public SearchDeadline? Deadline { get; init; }

    /// <summary>Gets the page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Gets the number of hits on a page, 1 to <see cref="MaxSize"/>.</summary>
    public int Size { get; init; } = DefaultSize;
}
