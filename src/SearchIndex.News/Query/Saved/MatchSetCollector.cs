using SearchIndex.Engine.Index;
using SearchIndex.Engine.Search;
using SearchIndex.Engine.Util;

namespace SearchIndex.News.Query.Saved;

/// <summary>Keeps which documents match.</summary>
/// <param name="maxDoc">The number of documents of the index.</param>
internal sealed class MatchSetCollector(int maxDoc) : Collector
{
    /// <summary>Gets the documents.</summary>
    public FixedBitSet Documents { get; } = new(maxDoc);

    /// <inheritdoc/>
    public override ScoreMode ScoreMode => ScoreMode.CompleteNoScores;

    /// <inheritdoc/>
    public override LeafCollector GetLeafCollector(LeafReaderContext leaf) => new Leaf(Documents, leaf.DocBase);

    private sealed class Leaf(FixedBitSet documents, int docBase) : LeafCollector
    {
        public override void Collect(int doc, float score) => documents.Set(docBase + doc);
    }
}
