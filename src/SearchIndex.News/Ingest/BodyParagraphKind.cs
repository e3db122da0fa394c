namespace SearchIndex.News.Ingest;

/// <summary>Kinds of paragraphs that are treated differently.</summary>
internal enum BodyParagraphKind
{
    /// <summary>Running text, a list item, a cell.</summary>
    Text,

    /// <summary>A heading of any level.</summary>
    Heading,

    /// <summary>What stands under a picture.</summary>
    Caption,
}
