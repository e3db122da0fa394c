using SearchIndex.News.Provenance;

namespace SearchIndex.News.Ingest;

/// <summary>A paragraph of a body as it stands in the file, before anything is left out.</summary>
/// <param name="Text">The clean text, one line, never empty.</param>
/// <param name="Kind">What kind of element it stood in.</param>
internal readonly record struct BodyParagraph(string Text, BodyParagraphKind Kind)
{
    /// <summary>Gets where each unit of the text stands in the file; empty when nobody knows.</summary>
    public ReadOnlyMemory<ByteSpan> Places { get; init; }
}
