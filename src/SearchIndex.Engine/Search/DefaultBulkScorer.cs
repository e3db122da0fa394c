using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Search;

/// <summary>
/// Collects from a scorer: document by document where each has to be checked, else in batches, and past whole blocks whose best score is
/// too low.
/// </summary>
internal sealed class DefaultBulkScorer : BulkScorer
{
    private const int BatchSize = 128;

    private readonly Scorer _scorer;
    private readonly TwoPhaseIterator? _twoPhase;
    private readonly DocIdSetIterator _documents;
    private readonly bool _needsScores;
    private readonly int[] _docs = new int[BatchSize];
    private readonly float[] _scores;

    /// <summary>Creates the bulk scorer; without scores every document is collected with score 0.</summary>
    public DefaultBulkScorer(Scorer scorer, bool needsScores)
    {
        _scorer = scorer;
        _twoPhase = scorer.TwoPhase;
        _documents = scorer.Approximation;
        _needsScores = needsScores;
        _scores = new float[BatchSize];
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
            int end = max;
            if (_needsScores && collector.MinCompetitiveScore > 0f)
            {
                doc = SkipBlocks(doc, collector.MinCompetitiveScore, max, out end);
                if (doc >= end)
                {
                    continue;
                }
            }

            int count = _scorer.NextBatch(end, _docs, _needsScores ? _scores : []);
            count = liveDocs is null ? count : KeepLive(liveDocs, count);
            collector.CollectBatch(_docs.AsSpan(0, count), _scores.AsSpan(0, count));
            doc = _documents.DocId;
        }

        return doc;
    }

    /// <summary>Moves past blocks in which no document is good enough, and returns the document reached and the end of its block.</summary>
    private int SkipBlocks(int doc, float minimum, int max, out int end)
    {
        int target = doc;
        int last;
        do
        {
            last = _scorer.MaxScoreUpTo(target);
            if (_scorer.MaxScore(target, last) >= minimum)
            {
                break;
            }

            target = last == DocIdSetIterator.NoMoreDocs ? last : last + 1;
        }
        while (target < max);

        end = Math.Min(last, max - 1) + 1;
        if (target > doc)
        {
            doc = target == DocIdSetIterator.NoMoreDocs ? target : _documents.Advance(target);
        }

        return doc;
    }

    private int KeepLive(FixedBitSet liveDocs, int count)
    {
        int kept = 0;
        for (int index = 0; index < count; index++)
        {
            int doc = _docs[index];
            _docs[kept] = doc;
            _scores[kept] = _scores[index];
            kept += liveDocs[doc] ? 1 : 0;
        }

        return kept;
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
