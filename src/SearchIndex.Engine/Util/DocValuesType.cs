namespace SearchIndex.Engine.Util;

/// <summary>The kind of column a field has beside its postings. The numbers are those of the file format (spec 4.2).</summary>
public enum DocValuesType
{
    /// <summary>No column.</summary>
    None = 0,

    /// <summary>At most one 64-bit number per document.</summary>
    Numeric = 1,

    /// <summary>At most one byte string per document, not sorted.</summary>
    Binary = 2,

    /// <summary>At most one byte string per document, kept as an ordinal into the sorted distinct values.</summary>
    Sorted = 3,

    /// <summary>A set of byte strings per document, kept as ordinals.</summary>
    SortedSet = 4,

    /// <summary>Several 64-bit numbers per document, ascending.</summary>
    SortedNumeric = 5,
}
