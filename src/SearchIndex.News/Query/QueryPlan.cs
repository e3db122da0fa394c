using SearchIndex.Engine.Search;
using EngineQuery = SearchIndex.Engine.Search.Query;

namespace SearchIndex.News.Query;

/// <summary>A question made ready for the engine.</summary>
/// <param name="Ranking">Finds and scores articles.</param>
/// <param name="Sort">The order when it is not that of the scores.</param>
/// <param name="Marks">Finds the places to mark in them; null when there is nothing to mark.</param>
/// <param name="Notices">What the person should know.</param>
internal sealed record QueryPlan(EngineQuery Ranking, Sort? Sort, EngineQuery? Marks, IReadOnlyList<string> Notices);
