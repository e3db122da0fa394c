using SearchIndex.Engine.Search;

namespace SearchIndex.Benchmarks.Searching;

/// <summary>Queries of one kind, and the ways in which they are run.</summary>
/// <param name="Name">What they look for.</param>
/// <param name="Queries">The queries.</param>
/// <param name="Modes">The ways.</param>
internal sealed record RaceSet(string Name, IReadOnlyList<Query> Queries, IReadOnlyList<RaceMode> Modes);
