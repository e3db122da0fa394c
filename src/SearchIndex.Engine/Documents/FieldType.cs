using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Documents;

/// <summary>What is done with the value of a field.</summary>
public sealed record FieldType
{
    /// <summary>Gets what the postings keep; <see cref="IndexOptions.None"/> for a field that is not searched.</summary>
    public IndexOptions IndexOptions { get; init; }

    /// <summary>Gets whether the text goes through the analyzer; when not, it is one term.</summary>
    public bool Tokenized { get; init; }

    /// <summary>Gets whether the length of the field is left out of scoring.</summary>
    public bool OmitNorms { get; init; }

    /// <summary>Gets whether the value can be read back.</summary>
    public bool Stored { get; init; }

    /// <summary>Gets whether the number also becomes a point of 8 bytes, by which ranges are found without a look at every document.</summary>
    public bool IndexedAsPoint { get; init; }

    /// <summary>Gets the kind of column the value also goes to.</summary>
    public DocValuesType DocValuesType { get; init; }
}
