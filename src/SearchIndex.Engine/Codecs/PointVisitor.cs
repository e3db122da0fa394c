namespace SearchIndex.Engine.Codecs;

/// <summary>Steers the walk of <see cref="PointValues.Intersect"/>, and is shown what it finds.</summary>
public abstract class PointVisitor
{
    /// <summary>Tells whether the values from <paramref name="min"/> to <paramref name="max"/>, both inclusive, are looked for.</summary>
    public abstract CellRelation Compare(ReadOnlySpan<byte> min, ReadOnlySpan<byte> max);

    /// <summary>Receives a document out of a range that is <see cref="CellRelation.Inside"/>.</summary>
    public abstract void Visit(int docId);

    /// <summary>Receives a point out of a range that <see cref="CellRelation.Crosses"/>; the view is valid during the call.</summary>
    public abstract void Visit(int docId, ReadOnlySpan<byte> value);
}
