using SearchIndex.News.Query.Facets;
using SearchIndex.News.Suggestions.Corrections;

namespace SearchIndex.News.Query;

/// <summary>A page of hits: the answer to a <see cref="SearchRequest"/>.</summary>
public sealed record SearchPage
{
    /// <summary>Gets the query as it was asked.</summary>
    public required string Query { get; init; }

    /// <summary>Gets how many hits there are in all; versions of one article are one hit when they are collapsed.</summary>
    public required HitTotal Total { get; init; }

    /// <summary>Gets how many articles match, each version counted.</summary>
    public required int Articles { get; init; }

    /// <summary>
    /// Gets whether the search ended at its deadline: hits, counts and facets are those of a part of the index. The hits need not be the
    /// best ones of all, so that no cursor goes on behind them.
    /// </summary>
    public required bool Partial { get; init; }

    /// <summary>Gets how long the search took, in milliseconds.</summary>
    public required double TookMs { get; init; }

    /// <summary>Gets the page, from 1; behind a cursor the one that the first hit would be on.</summary>
    public required int Page { get; init; }

    /// <summary>Gets the place of the first hit of this page among all, from 1.</summary>
    public required int First { get; init; }

    /// <summary>Gets the number of hits on a full page.</summary>
    public required int Size { get; init; }

    /// <summary>Gets what the person should know about how the query was understood.</summary>
    public required IReadOnlyList<string> Notices { get; init; }

    /// <summary>Gets the regional variants that were looked for as well; empty when there are none or <see cref="SearchRequest.Variants"/> is off.</summary>
    public required IReadOnlyList<VariantNote> Variants { get; init; }

    /// <summary>Gets what the person may have meant instead; only on the first page, and only when the query finds little.</summary>
    public required IReadOnlyList<Correction> DidYouMean { get; init; }

    /// <summary>Gets how the query was understood.</summary>
    public required ParsedTree Parsed { get; init; }

    /// <summary>Gets the facets that were asked for.</summary>
    public required IReadOnlyList<Facet> Facets { get; init; }

    /// <summary>Gets the hits of this page.</summary>
    public required IReadOnlyList<SearchHit> Hits { get; init; }

    /// <summary>Gets the cursor for the hits behind this page (<see cref="SearchRequest.After"/>); null when there are none.</summary>
    public required string? Next { get; init; }
}
