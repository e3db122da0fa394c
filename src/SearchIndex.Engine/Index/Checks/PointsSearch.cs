using System.Runtime.InteropServices;
using SearchIndex.Engine.Codecs;

namespace SearchIndex.Engine.Index.Checks;

/// <summary>Looks for the points from a value on; no bytes at all are smaller than every value.</summary>
internal sealed class PointsSearch(byte[] from) : PointVisitor
{
    private readonly List<int> _documents = [];

    /// <summary>Gets the documents of the points found, in the order of the tree.</summary>
    public ReadOnlySpan<int> Documents => CollectionsMarshal.AsSpan(_documents);

    /// <inheritdoc/>
    public override CellRelation Compare(ReadOnlySpan<byte> min, ReadOnlySpan<byte> max)
    {
        if (min.SequenceCompareTo(from) >= 0)
        {
            return CellRelation.Inside;
        }

        return max.SequenceCompareTo(from) < 0 ? CellRelation.Outside : CellRelation.Crosses;
    }

    /// <inheritdoc/>
    public override void Visit(int docId) => _documents.Add(docId);

    /// <inheritdoc/>
    public override void Visit(int docId, ReadOnlySpan<byte> value)
    {
        if (value.SequenceCompareTo(from) >= 0)
        {
            _documents.Add(docId);
        }
    }
}
