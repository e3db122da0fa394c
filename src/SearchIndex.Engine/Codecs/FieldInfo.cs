using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Codecs;

/// <summary>What a segment knows of one field (spec 4.2).</summary>
/// <param name="Name">The name.</param>
/// <param name="Number">The number, unique in the segment and the same in all segments that one writer made.</param>
/// <param name="IndexOptions">What the postings keep.</param>
/// <param name="OmitNorms">Whether an indexed field has no norms.</param>
/// <param name="DocValuesType">The kind of column.</param>
public sealed record FieldInfo(string Name, int Number, IndexOptions IndexOptions, bool OmitNorms, DocValuesType DocValuesType)
{
    /// <summary>Gets whether postings may carry payloads. This engine writes none.</summary>
    public bool HasPayloads { get; init; }

    /// <summary>Gets whether the field stores term vectors. This engine writes none and does not read them.</summary>
    public bool HasTermVectors { get; init; }

    /// <summary>Gets whether the field marks soft deletes. Indexes with such a field are refused.</summary>
    public bool IsSoftDeletes { get; init; }

    /// <summary>Gets the generation of updated doc values, or -1.</summary>
    public long DocValuesGeneration { get; init; } = -1;

    /// <summary>Gets the number of point dimensions, 0 for none.</summary>
    public int PointDimensionCount { get; init; }

    /// <summary>Gets the number of point dimensions that are indexed.</summary>
    public int PointIndexDimensionCount { get; init; }

    /// <summary>Gets the bytes of one point dimension.</summary>
    public int PointNumBytes { get; init; }

    /// <summary>Gets the attributes that formats leave for themselves, such as the per-field format and suffix.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets whether the field has postings.</summary>
    public bool IsIndexed => IndexOptions != IndexOptions.None;

    /// <summary>Gets whether the field has points.</summary>
    public bool HasPoints => PointDimensionCount > 0;

    /// <summary>Gets whether the field has norms.</summary>
    public bool HasNorms => IsIndexed && !OmitNorms;

    /// <summary>Gets whether postings keep frequencies.</summary>
    public bool HasFreqs => IndexOptions >= IndexOptions.DocsAndFreqs;

    /// <summary>Gets whether postings keep positions.</summary>
    public bool HasPositions => IndexOptions >= IndexOptions.DocsAndFreqsAndPositions;

    /// <summary>Gets whether postings keep offsets.</summary>
    public bool HasOffsets => IndexOptions >= IndexOptions.DocsAndFreqsAndPositionsAndOffsets;
}
