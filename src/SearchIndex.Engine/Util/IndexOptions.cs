namespace SearchIndex.Engine.Util;

/// <summary>How much of each occurrence of a term the postings keep. The numbers are those of the file format (spec 4.2).</summary>
public enum IndexOptions
{
    /// <summary>The field is not indexed.</summary>
    None = 0,

    /// <summary>Only which documents hold the term.</summary>
    Docs = 1,

    /// <summary>Documents and the number of occurrences in each.</summary>
    DocsAndFreqs = 2,

    /// <summary>Documents, frequencies and token positions.</summary>
    DocsAndFreqsAndPositions = 3,

    /// <summary>Documents, frequencies, positions, and offsets into the original text in UTF-16 units.</summary>
    DocsAndFreqsAndPositionsAndOffsets = 4,
}
