namespace SearchIndex.News.Ingest;

/// <summary>What parts the paragraphs of the text in an element.</summary>
internal enum ParagraphBorder
{
    /// <summary>Elements only; line feeds are blanks, as in HTML.</summary>
    Elements,

    /// <summary>Empty lines as well, as in Markdown between its HTML.</summary>
    EmptyLines,

    /// <summary>Every line feed, as in preformatted text.</summary>
    Lines,
}
