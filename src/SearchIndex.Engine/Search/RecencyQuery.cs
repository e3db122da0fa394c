using System.Globalization;
using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Search;

/// <summary>
/// Finds what another query finds, and scores the younger documents more: the score grows by at most <see cref="Share"/> of it, by half of
/// that at an age of one half-life, by a quarter at two. A document without a date keeps its score.
/// </summary>
public sealed record RecencyQuery : Query
{
    /// <summary>Creates the query.</summary>
    /// <param name="query">Finds and scores the documents.</param>
    /// <param name="field">The numeric column with the date of a document.</param>
    /// <param name="newest">The date that has no age, in the unit of the column; later ones have none either.</param>
    /// <param name="halfLife">The half-life in the unit of the column, above 0.</param>
    /// <param name="share">What a score grows by at most, as a share of it: finite, 0 or more.</param>
    public RecencyQuery(Query query, string field, long newest, long halfLife, float share)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentException.ThrowIfNullOrEmpty(field);
        ArgumentOutOfRangeException.ThrowIfLessThan(halfLife, 1);
        if (!float.IsFinite(share) || share < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "a share must be finite and not negative");
        }

        Query = query;
        Field = field;
        Newest = newest;
        HalfLife = halfLife;
        Share = share;
    }

    /// <summary>Gets what finds and scores the documents.</summary>
    public Query Query { get; private init; }

    /// <summary>Gets the numeric column with the date of a document.</summary>
    public string Field { get; }

    /// <summary>Gets the date that has no age.</summary>
    public long Newest { get; }

    /// <summary>Gets the age at which half of the growth is left.</summary>
    public long HalfLife { get; }

    /// <summary>Gets what a score grows by at most, as a share of it.</summary>
    public float Share { get; }

    /// <inheritdoc/>
    public override Weight CreateWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost)
    {
        Weight weight = Query.CreateWeight(searcher, scoreMode, boost);
        return scoreMode == ScoreMode.CompleteNoScores ? weight : new RecencyWeight(this, weight, scoreMode);
    }

    /// <inheritdoc/>
    public override Query Rewrite(IndexSearcher searcher)
    {
        Query query = Query.Rewrite(searcher);
        return query switch
        {
            MatchNoDocsQuery => query,
            _ => ReferenceEquals(query, Query) ? this : this with { Query = query },
        };
    }

    /// <inheritdoc/>
    public override void Visit(QueryVisitor visitor) => Query.Visit(visitor);

    /// <inheritdoc/>
    public override string ToString(string field) => string.Create(
        CultureInfo.InvariantCulture, $"Recent({Query.ToString(field)}, {Field} {Newest}, half-life {HalfLife}, share {Share})");

    private sealed class RecencyWeight(RecencyQuery query, Weight inner, ScoreMode scoreMode) : Weight(query, scoreMode)
    {
        public override Scorer? Scorer(LeafReaderContext leaf) =>
            inner.Scorer(leaf) is { } scorer ? new RecencyScorer(scorer, Growth.Of(query, leaf)) : null;

        public override BulkScorer? BulkScorer(LeafReaderContext leaf) =>
            inner.BulkScorer(leaf) is { } bulk ? new RecencyBulkScorer(bulk, Growth.Of(query, leaf), query.Share) : null;

        public override int Count(LeafReaderContext leaf) => inner.Count(leaf);

        protected override Explanation ExplainMatch(LeafReaderContext leaf, int doc, Scorer scorer)
        {
            Explanation score = inner.Explain(leaf, doc);
            float growth = Growth.Of(query, leaf).For(doc, score.Value);
            return Explanation.Match(
                score.Value + growth,
                "sum of",
                score,
                Explanation.Match(growth, string.Create(CultureInfo.InvariantCulture, $"freshness, at most {query.Share} of the score, halved with each half-life of age")));
        }
    }

    /// <summary>What the scores of a segment's documents grow by. Documents must come in ascending order.</summary>
    private sealed class Growth(RecencyQuery query, NumericDocValues? dates)
    {
        public static Growth Of(RecencyQuery query, LeafReaderContext leaf) => new(query, leaf.Reader.GetNumericDocValues(query.Field));

        public float For(int doc, float score)
        {
            if (dates is null || !dates.AdvanceExact(doc))
            {
                return 0f;
            }

            double age = Math.Max(0d, (double)query.Newest - dates.Value);
            return score * query.Share * (float)Math.Pow(2d, -age / query.HalfLife);
        }
    }

    private sealed class RecencyScorer(Scorer inner, Growth growth) : Scorer
    {
        public override DocIdSetIterator Iterator => inner.Iterator;

        public override TwoPhaseIterator? TwoPhase => inner.TwoPhase;

        public override float Score()
        {
            float score = inner.Score();
            return score + growth.For(inner.Approximation.DocId, score);
        }
    }

    private sealed class RecencyBulkScorer(BulkScorer inner, Growth growth, float share) : BulkScorer
    {
        public override int Score(LeafCollector collector, FixedBitSet? liveDocs, int min, int max) =>
            inner.Score(new GrowingCollector(collector, growth, share), liveDocs, min, max);
    }

    private sealed class GrowingCollector(LeafCollector inner, Growth growth, float share) : LeafCollector
    {
        // Makes up for the rounding of the growth and of the sum.
        private const float RoundingMargin = 1f - 1e-6f;

        public override float MinCompetitiveScore => inner.MinCompetitiveScore / (1f + share) * RoundingMargin;

        public override void Collect(int doc, float score) => inner.Collect(doc, score + growth.For(doc, score));
    }
}
