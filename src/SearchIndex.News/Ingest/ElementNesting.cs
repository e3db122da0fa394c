namespace SearchIndex.News.Ingest;

/// <summary>How an element counts for <see cref="NestingGuard"/>.</summary>
internal enum ElementNesting
{
    /// <summary>Any other element: an end tag of its kind passes no block.</summary>
    Inline,

    /// <summary>Void elements, those that hold nothing but text, and those that HTML closes by itself: they do not nest.</summary>
    None,

    /// <summary>Formatting elements, which the parser opens again in the next block.</summary>
    Formatting,

    /// <summary>Elements that make paragraphs.</summary>
    Block,

    /// <summary>Elements that no end tag of another element passes.</summary>
    Scope,
}
