using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Search;

/// <summary>Collects from a scorer, document by document.</summary>
internal sealed class DefaultBulkScorer : BulkScorer
{
    private readonly Scorer _scorer;
    private readonly TwoPhaseIterator? _twoPhase;
    private readonly DocIdSetIterator _documents;
    private readonly bool _needsScores;

    /// <summary>Creates the bulk scorer; without scores every document is collected with score 0.</summary>
    public DefaultBulkScorer(Scorer scorer, bool needsScores)
    {
        _scorer = scorer;
        _twoPhase = scorer.TwoPhase;
        _documents = scorer.Approximation;
        _needsScores = needsScores;
    }

    /// <inheritdoc/>
    public override int Score(LeafCollector collector, FixedBitSet? liveDocs, int min, int max)
    {
        int doc = _documents.DocId;
        if (doc < min)
        {
            doc = min == doc + 1 ? _documents.NextDoc() : _documents.Advance(min);
        }

        return _twoPhase is null ? ScoreAll(collector, liveDocs, doc, max) : ScoreMatching(_twoPhase, collector, liveDocs, doc, max);
    }

    private int ScoreAll(LeafCollector collector, FixedBitSet? liveDocs, int doc, int max)
    {
        while (doc < max)
        {
            if (liveDocs is null || liveDocs[doc])
            {
                collector.Collect(doc, _needsScores ? _scorer.Score() : 0f);
            }

            doc = _documents.NextDoc();
        }

        return doc;
    }

    private int ScoreMatching(TwoPhaseIterator twoPhase, LeafCollector collector, FixedBitSet? liveDocs, int doc, int max)
    {
        while (doc < max)
        {
            if ((liveDocs is null || liveDocs[doc]) && twoPhase.Matches())
            {
                collector.Collect(doc, _needsScores ? _scorer.Score() : 0f);
            }

            doc = _documents.NextDoc();
        }

        return doc;
    }
}
