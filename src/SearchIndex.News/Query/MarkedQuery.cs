using EngineQuery = SearchIndex.Engine.Search.Query;

namespace SearchIndex.News.Query;

/// <summary>A part of a query made ready.</summary>
/// <param name="Query">Finds and scores articles.</param>
/// <param name="Mark">Finds the places to mark in them; its parts are labelled with the text that they look for (<see cref="MarkLabels"/>).</param>
internal sealed record MarkedQuery(EngineQuery Query, EngineQuery Mark);
