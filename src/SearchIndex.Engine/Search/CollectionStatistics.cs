namespace SearchIndex.Engine.Search;

/// <summary>What scoring knows of a field, summed over all segments, deleted documents included (spec 13.1).</summary>
/// <param name="Field">The field.</param>
/// <param name="MaxDoc">The number of documents of the index.</param>
/// <param name="DocCount">The number of documents with at least one term of the field, 1 or more.</param>
/// <param name="SumTotalTermFreq">The number of tokens of the field.</param>
/// <param name="SumDocFreq">The sum of the document frequencies of its terms.</param>
public readonly record struct CollectionStatistics(string Field, long MaxDoc, long DocCount, long SumTotalTermFreq, long SumDocFreq);
