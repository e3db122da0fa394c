namespace SearchIndex.Engine.Search;

/// <summary>A place in a document where a unit stands; the order is that of the ends.</summary>
/// <param name="Start">The first position.</param>
/// <param name="End">The position behind the last.</param>
/// <param name="Kind">Which of the different units it is.</param>
internal readonly record struct ProximityOccurrence(int Start, int End, int Kind) : IComparable<ProximityOccurrence>
{
    /// <summary>Gets the number of positions.</summary>
    public int Length => End - Start;

    /// <inheritdoc/>
    public int CompareTo(ProximityOccurrence other) => End != other.End ? End.CompareTo(other.End) : Start.CompareTo(other.Start);
}
