using SearchIndex.Engine.Index;

namespace SearchIndex.Engine.Search;

/// <summary>What scoring knows of a term, summed over all segments, deleted documents included (spec 13.1).</summary>
/// <param name="Term">The term.</param>
/// <param name="DocFreq">The number of documents that hold it; 0 for a term that the index does not know.</param>
/// <param name="TotalTermFreq">The number of its occurrences.</param>
public readonly record struct TermStatistics(Term Term, long DocFreq, long TotalTermFreq);
