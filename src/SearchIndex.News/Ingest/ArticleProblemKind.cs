namespace SearchIndex.News.Ingest;

/// <summary>Kinds of files that cannot become articles.</summary>
public enum ArticleProblemKind
{
    /// <summary>The file has no byte, or nothing but white space.</summary>
    Empty,

    /// <summary>The bytes are not UTF-8.</summary>
    NotUtf8,

    /// <summary>The bytes are no text.</summary>
    Binary,

    /// <summary>The file has neither a title nor a text that could be searched.</summary>
    NoContent,

    /// <summary>The file is larger than the limit.</summary>
    TooLarge,

    /// <summary>The system refused to read the file.</summary>
    Unreadable,

    /// <summary>Reading failed in a way nobody thought of.</summary>
    Failed,
}
