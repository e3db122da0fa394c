using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Search;

/// <summary>
/// Collects the documents that several terms have in common, by batches of the rarest: each other term in turn thins out the batch,
/// and only what is left is scored. No document costs a call, as it would if the postings leapt after each other one by one.
/// </summary>
internal sealed class ConjunctionBulkScorer : BulkScorer
{
    private readonly ConjunctionTerm[] _terms;
    private readonly ConjunctionTerm[] _scoring;
    private readonly bool _needsScores;
    private readonly int[] _docs = new int[TermScorer.BatchSize];
    private readonly float[] _scores = new float[TermScorer.BatchSize];
    private readonly float[] _termScores = new float[TermScorer.BatchSize];
    private readonly double[] _sums = new double[TermScorer.BatchSize];

    /// <summary>Creates the bulk scorer.</summary>
    /// <param name="required">The scorers that must match, all over postings.</param>
    /// <param name="scoring">Those among them whose scores count; may be empty.</param>
    /// <param name="needsScores">Whether scores are wanted; if not, every document is collected with score 0.</param>
    public ConjunctionBulkScorer(IReadOnlyList<Scorer> required, IReadOnlyList<Scorer> scoring, bool needsScores)
    {
        _needsScores = needsScores;
        Dictionary<Scorer, ConjunctionTerm> terms = required.ToDictionary(
            scorer => scorer, scorer => new ConjunctionTerm(scorer, needsScores && scoring.Contains(scorer)));
        _terms = [.. terms.Values.OrderBy(term => term.Postings.Cost)];
        _scoring = needsScores ? [.. scoring.Select(scorer => terms[scorer])] : [];
    }

    /// <inheritdoc/>
    public override int Score(LeafCollector collector, FixedBitSet? liveDocs, int min, int max)
    {
        PostingsEnum lead = _terms[0].Postings;
        int doc = LeapTo(min);
        while (doc < max)
        {
            int count = _terms[0].Take(max, _docs);
            for (int other = 1; other < _terms.Length && count > 0; other++)
            {
                count = _terms[other].Intersect(_docs, count, _terms.AsSpan(0, other), lead.Cost);
            }

            Collect(collector, liveDocs, count);
            doc = LeapTo(lead.DocId);
        }

        return doc;
    }

    /// <summary>Moves the rarest term to a document, or as far behind it as the others already stand.</summary>
    private int LeapTo(int doc)
    {
        foreach (ConjunctionTerm other in _terms.AsSpan(1))
        {
            doc = Math.Max(doc, other.Postings.DocId);
        }

        PostingsEnum lead = _terms[0].Postings;
        return lead.DocId < doc ? lead.Advance(doc) : lead.DocId;
    }

    private void Collect(LeafCollector collector, FixedBitSet? liveDocs, int count)
    {
        Span<double> sums = _sums.AsSpan(0, count);
        sums.Clear();
        foreach (ConjunctionTerm term in _scoring)
        {
            term.Score(_docs.AsSpan(0, count), _termScores);
            for (int index = 0; index < sums.Length; index++)
            {
                sums[index] += _termScores[index];
            }
        }

        int kept = 0;
        for (int index = 0; index < sums.Length; index++)
        {
            int doc = _docs[index];
            _docs[kept] = doc;
            _scores[kept] = (float)sums[index];
            kept += liveDocs is null || liveDocs[doc] ? 1 : 0;
        }

        collector.CollectBatch(_docs.AsSpan(0, kept), _needsScores ? _scores.AsSpan(0, kept) : []);
    }
}
