using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Search;

/// <summary>Collects the matches of one segment, a range of documents at a time. For one thread.</summary>
public abstract class BulkScorer
{
    /// <summary>
    /// Collects the live matches from <paramref name="min"/> (inclusive) to <paramref name="max"/> (exclusive), in ascending order.
    /// Ranges must follow each other.
    /// </summary>
    /// <param name="collector">Receives the matches.</param>
    /// <param name="liveDocs">The documents that are not deleted, or null when none is.</param>
    /// <param name="min">The first document of the range.</param>
    /// <param name="max">The document behind the range.</param>
    /// <returns>
    /// A document at or behind <paramref name="max"/> before which there is no further match, or
    /// <see cref="Codecs.DocIdSetIterator.NoMoreDocs"/>: where to go on.
    /// </returns>
    public abstract int Score(LeafCollector collector, FixedBitSet? liveDocs, int min, int max);
}
