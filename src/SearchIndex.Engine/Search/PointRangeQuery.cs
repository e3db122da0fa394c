using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Search;

/// <summary>
/// Finds the documents with a point in a range; the score is the boost. Points are found through a tree, so it costs as much as it finds,
/// alone or beside anything. A field without points has no matches.
/// </summary>
public sealed record PointRangeQuery : Query
{
    private PointRangeQuery(string field, byte[] from, byte[] to, string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(field);
        Field = field;
        From = from;
        To = to;
        Text = text;
    }

    /// <summary>Gets the field.</summary>
    public string Field { get; }

    /// <summary>Gets the smallest value, inclusive, as the bytes that the index compares.</summary>
    public ReadOnlyMemory<byte> From { get; }

    /// <summary>Gets the largest value, inclusive, as the bytes that the index compares.</summary>
    public ReadOnlyMemory<byte> To { get; }

    private string Text { get; }

    /// <summary>Returns the query for a field of 64-bit numbers; both ends are inclusive.</summary>
    public static PointRangeQuery ForInt64(string field, long from, long to)
    {
        var bytes = new byte[2 * sizeof(long)];
        NumericUtils.Int64ToSortableBytes(from, bytes);
        NumericUtils.Int64ToSortableBytes(to, bytes.AsSpan(sizeof(long)));
        return new PointRangeQuery(field, bytes[..sizeof(long)], bytes[sizeof(long)..], $"[{from} TO {to}]");
    }

    /// <summary>Returns the query for a field of 32-bit numbers, as Java's <c>IntPoint</c> makes; both ends are inclusive.</summary>
    public static PointRangeQuery ForInt32(string field, int from, int to)
    {
        var bytes = new byte[2 * sizeof(int)];
        NumericUtils.Int32ToSortableBytes(from, bytes);
        NumericUtils.Int32ToSortableBytes(to, bytes.AsSpan(sizeof(int)));
        return new PointRangeQuery(field, bytes[..sizeof(int)], bytes[sizeof(int)..], $"[{from} TO {to}]");
    }

    /// <summary>Compares the fields and the ends of the ranges.</summary>
    public bool Equals(PointRangeQuery? other) =>
        other is not null && Field == other.Field && From.Span.SequenceEqual(other.From.Span) && To.Span.SequenceEqual(other.To.Span);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Field);
        hash.AddBytes(From.Span);
        hash.AddBytes(To.Span);
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override Weight CreateWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) =>
        new ConstantScoreWeight(this, scoreMode, leaf => ScorerOf(leaf, boost));

    /// <inheritdoc/>
    public override Query Rewrite(IndexSearcher searcher) =>
        From.Span.SequenceCompareTo(To.Span) > 0 ? new MatchNoDocsQuery() : this;

    /// <inheritdoc/>
    public override string ToString(string field) => QueryFormat.Prefix(Field, field) + Text;

    private ConstantScoreScorer? ScorerOf(LeafReaderContext leaf, float boost)
    {
        if (leaf.Reader.GetPointValues(Field) is not { } points)
        {
            return null;
        }

        if (points.BytesPerPoint != From.Length)
        {
            throw new ArgumentException($"field {Field} has points of {points.BytesPerPoint} bytes, the query of {From.Length}");
        }

        int maxDoc = leaf.Reader.MaxDoc;
        var visitor = new PointRangeVisitor(From, To, new FixedBitSet(maxDoc));
        if (points.DocCount == maxDoc && visitor.Compare(points.Min, points.Max) == CellRelation.Inside)
        {
            return new ConstantScoreScorer(boost, new AllDocsIterator(maxDoc));
        }

        points.Intersect(visitor);
        return new ConstantScoreScorer(boost, new BitSetIterator(visitor.Documents));
    }
}
