namespace SearchIndex.News.Query.Export;

/// <summary>The formats in which all hits of a search can be taken away.</summary>
public enum ExportFormat
{
    /// <summary>Comma-separated values (RFC 4180) in UTF-8 with a byte order mark, for spreadsheets.</summary>
    Csv,

    /// <summary>A JSON object on each line.</summary>
    JsonLines,

    /// <summary>RIS, for reference managers.</summary>
    Ris,

    /// <summary>BibTeX.</summary>
    BibTeX,

    /// <summary>CSL-JSON, the format of citation processors.</summary>
    CslJson,
}
