namespace SearchIndex.News.Ingest;

/// <summary>What an element does to the text.</summary>
internal enum ElementRole
{
    /// <summary>Its text joins that around it.</summary>
    Inline,

    /// <summary>Its text makes paragraphs of its own.</summary>
    Block,

    /// <summary>A block whose text is a heading.</summary>
    Heading,

    /// <summary>A block whose text describes a picture.</summary>
    Caption,

    /// <summary>A block whose lines are paragraphs.</summary>
    Lines,

    /// <summary>It has no text but parts paragraphs.</summary>
    Break,

    /// <summary>Its text is nothing to read: scripts, styles, controls, players.</summary>
    Skipped,
}
