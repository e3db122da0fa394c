namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>An arc of a node that is being built.</summary>
internal readonly record struct FstArc
{
    /// <summary>Gets the byte that the arc stands for.</summary>
    public byte Label { get; init; }

    /// <summary>Gets whether a prefix ends with the arc.</summary>
    public bool IsFinal { get; init; }

    /// <summary>Gets where the code of that prefix starts.</summary>
    public int OutputStart { get; init; }

    /// <summary>Gets the length of that code.</summary>
    public int OutputLength { get; init; }

    /// <summary>Gets the address of the node that the arc leads to, or 0 when it leads to none.</summary>
    public long Target { get; init; }
}
