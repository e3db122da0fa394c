using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Search;

/// <summary>Collects the documents with a point in a range; both ends are inclusive.</summary>
internal sealed class PointRangeVisitor(ReadOnlyMemory<byte> from, ReadOnlyMemory<byte> to, FixedBitSet documents) : PointVisitor
{
    /// <summary>Gets what was found so far.</summary>
    public FixedBitSet Documents => documents;

    /// <inheritdoc/>
    public override CellRelation Compare(ReadOnlySpan<byte> min, ReadOnlySpan<byte> max)
    {
        if (min.SequenceCompareTo(to.Span) > 0 || max.SequenceCompareTo(from.Span) < 0)
        {
            return CellRelation.Outside;
        }

        return min.SequenceCompareTo(from.Span) >= 0 && max.SequenceCompareTo(to.Span) <= 0 ? CellRelation.Inside : CellRelation.Crosses;
    }

    /// <inheritdoc/>
    public override void Visit(int docId) => documents.Set(docId);

    /// <inheritdoc/>
    public override void Visit(int docId, ReadOnlySpan<byte> value)
    {
        if (value.SequenceCompareTo(from.Span) >= 0 && value.SequenceCompareTo(to.Span) <= 0)
        {
            documents.Set(docId);
        }
    }
}
