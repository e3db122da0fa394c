using System.Runtime.InteropServices;
using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Index.Checks;

/// <summary>Is shown every point of a tree, with the bounds of the cell that it lies in.</summary>
internal sealed class PointsWalk(PointValues values, int maxDoc) : PointVisitor
{
    private readonly List<int> _documents = [];
    private readonly FixedBitSet _seen = new(maxDoc);
    private byte[] _cellMin = [];
    private byte[] _cellMax = [];
    private byte[] _last = [];

    /// <summary>Gets the document of every point, in the order of the tree.</summary>
    public ReadOnlySpan<int> Documents => CollectionsMarshal.AsSpan(_documents);

    /// <summary>Gets the value of the point in the middle.</summary>
    public byte[] Middle { get; private set; } = [];

    /// <summary>Gets the place of the first point that has the value of the middle one.</summary>
    public int FirstOfMiddle { get; private set; }

    /// <inheritdoc/>
    public override CellRelation Compare(ReadOnlySpan<byte> min, ReadOnlySpan<byte> max)
    {
        Expect.That(min.SequenceCompareTo(max) <= 0, $"the smallest value of a cell is larger than its largest");
        bool within = min.SequenceCompareTo(values.Min) >= 0 && max.SequenceCompareTo(values.Max) <= 0;
        Expect.That(within, $"the bounds of a cell lie outside of those of the field");
        _cellMin = min.ToArray();
        _cellMax = max.ToArray();
        return CellRelation.Crosses;
    }

    /// <inheritdoc/>
    public override void Visit(int docId) => throw new InvalidOperationException("every point is asked for with its value");

    /// <inheritdoc/>
    public override void Visit(int docId, ReadOnlySpan<byte> value)
    {
        int place = _documents.Count;
        Expect.That(place < values.Count, $"more than the {values.Count} points recorded");
        bool within = value.SequenceCompareTo(_cellMin) >= 0 && value.SequenceCompareTo(_cellMax) <= 0;
        Expect.That(within, $"the value of point {place}, in document {docId}, lies outside of its cell");
        int order = place == 0 ? 1 : value.SequenceCompareTo(_last);
        Expect.That(order > 0 || (order == 0 && docId >= _documents[^1]), $"point {place}, in document {docId}, does not follow the one before");
        Expect.That(place > 0 || value.SequenceEqual(values.Min), $"the first value is not the smallest recorded");
        if (order != 0)
        {
            _last = value.ToArray();
            if (place <= values.Count / 2)
            {
                Middle = _last;
                FirstOfMiddle = place;
            }
        }

        _documents.Add(docId);
        _seen.Set(docId);
    }

    /// <summary>Compares what was seen with what is recorded.</summary>
    public void Finish()
    {
        Expect.That(_documents.Count == values.Count, $"{_documents.Count} points, {values.Count} recorded");
        Expect.That(_last.AsSpan().SequenceEqual(values.Max), $"the last value is not the largest recorded");
        int documents = _seen.Cardinality();
        Expect.That(documents == values.DocCount, $"{documents} documents with points, {values.DocCount} recorded");
    }
}
