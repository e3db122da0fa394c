using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Tests.Search.Support;

/// <summary>A number for each document that has one.</summary>
internal sealed record MemoryColumn(FixedBitSet? DocsWithField, long[] Values);
