using SearchIndex.Engine.Search;
using SearchIndex.News.Query.Facets;
using SearchIndex.News.Query.Language;
using SearchIndex.News.Query.Ranking;
using EngineQuery = SearchIndex.Engine.Search.Query;

namespace SearchIndex.News.Query;

/// <summary>A question made ready for the engine.</summary>
/// <param name="Parsed">How the query was understood.</param>
/// <param name="Unfaceted">Finds and scores articles before the facets narrow them.</param>
/// <param name="Ranking">Finds and scores articles.</param>
/// <param name="Selection">What the facets narrow the search to.</param>
/// <param name="Sort">The order when it is not that of the scores.</param>
/// <param name="Marks">Finds the places to mark in them, labelled by <see cref="MarkLabels"/>.</param>
/// <param name="Variants">The regional variants that are looked for as well.</param>
/// <param name="Notices">What the person should know.</param>
/// <param name="ShortTexts">The texts that have to be contiguous only because they are short.</param>
/// <param name="Reranker">Looks at the first hits a second time; null when the scores are the last word.</param>
internal sealed record QueryPlan(
    QueryNode Parsed,
    EngineQuery Unfaceted,
    EngineQuery Ranking,
    FacetSelection Selection,
    Sort? Sort,
    EngineQuery Marks,
    IReadOnlyList<VariantNote> Variants,
    IReadOnlyList<string> Notices,
    IReadOnlyList<string> ShortTexts,
    Reranker? Reranker);
