using System.Text;
using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Index;

namespace SearchIndex.Engine.Search;

/// <summary>
/// Finds what another query finds, where a stored field holds a text to the very character: what folding and tokens hide is checked in the
/// original. Each document that the other query finds has its stored field read, so that query should be selective. Scores are those of
/// the other query.
/// </summary>
/// <param name="Candidates">Finds the documents that are read.</param>
/// <param name="Field">The stored field; any of its values may hold the text.</param>
/// <param name="Text">The text.</param>
public sealed record StoredTextQuery(Query Candidates, string Field, string Text) : Query
{
    /// <inheritdoc/>
    public override Weight CreateWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) =>
        new StoredTextWeight(this, Candidates.CreateWeight(searcher, scoreMode, boost), scoreMode);

    /// <inheritdoc/>
    public override Query Rewrite(IndexSearcher searcher)
    {
        Query candidates = Candidates.Rewrite(searcher);
        return candidates switch
        {
            MatchNoDocsQuery => candidates,
            _ => ReferenceEquals(candidates, Candidates) ? this : this with { Candidates = candidates },
        };
    }

    /// <inheritdoc/>
    public override void Visit(QueryVisitor visitor) => Candidates.Visit(visitor);

    /// <inheritdoc/>
    public override string ToString(string field) => $"Stored({Field}:\"{Text}\", {Candidates.ToString(field)})";

    private sealed class StoredTextWeight(StoredTextQuery query, Weight candidates, ScoreMode scoreMode) : Weight(query, scoreMode)
    {
        private readonly byte[] _text = Encoding.UTF8.GetBytes(query.Text);

        public override Scorer? Scorer(LeafReaderContext leaf) =>
            candidates.Scorer(leaf) is { } scorer ? new StoredTextScorer(scorer, new StoredTextCheck(scorer, leaf.Reader, query.Field, _text)) : null;

        protected override Explanation ExplainMatch(LeafReaderContext leaf, int doc, Scorer scorer) => candidates.Explain(leaf, doc);
    }

    private sealed class StoredTextScorer(Scorer candidates, StoredTextCheck check) : Scorer
    {
        public override DocIdSetIterator Iterator { get; } = check.AsIterator();

        public override TwoPhaseIterator? TwoPhase => check;

        public override float Score() => candidates.Score();
    }

    private sealed class StoredTextCheck(Scorer candidates, SegmentReader reader, string field, byte[] text)
        : TwoPhaseIterator(candidates.Approximation)
    {
        // A block of stored fields is expanded for it.
        private const float CostOfReading = 10_000f;

        private readonly TwoPhaseIterator? _inner = candidates.TwoPhase;

        public override float MatchCost => CostOfReading;

        public override bool Matches()
        {
            if (_inner is not null && !_inner.Matches())
            {
                return false;
            }

            var search = new StoredTextSearch(field, text);
            reader.VisitDocument(Approximation.DocId, search);
            return search.IsFound;
        }
    }

    private sealed class StoredTextSearch(string field, byte[] text) : StoredFieldVisitor
    {
        public bool IsFound { get; private set; }

        public override bool Needs(FieldInfo fieldInfo) => !IsFound && fieldInfo.Name == field;

        public override void StringField(FieldInfo fieldInfo, ReadOnlySpan<byte> utf8) => IsFound |= utf8.IndexOf(text) >= 0;
    }
}
