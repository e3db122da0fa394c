namespace SearchIndex.Engine.Codecs;

/// <summary>How a range of values lies to what a <see cref="PointVisitor"/> looks for.</summary>
public enum CellRelation
{
    /// <summary>No value of the range is looked for.</summary>
    Outside,

    /// <summary>Every value of the range is looked for.</summary>
    Inside,

    /// <summary>Some values may be looked for: each has to be shown.</summary>
    Crosses,
}
