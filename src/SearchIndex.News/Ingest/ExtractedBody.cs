namespace SearchIndex.News.Ingest;

/// <summary>The body of a file in paragraphs.</summary>
/// <param name="Paragraphs">All paragraphs in reading order, those included that are left out later.</param>
/// <param name="PageTitle">The title of an HTML page, or null.</param>
/// <param name="Letters">All that stands in the body in the order of the file, markup excepted.</param>
internal sealed record ExtractedBody(IReadOnlyList<BodyParagraph> Paragraphs, string? PageTitle, TracedText Letters);
