namespace SearchIndex.News.Ingest;

/// <summary>The text of a file, or why there is none.</summary>
/// <param name="Text">The text, or null.</param>
/// <param name="ProblemKind">What is wrong when there is no text.</param>
/// <param name="Reason">The same for a person; empty when there is text.</param>
internal readonly record struct TextDecoding(string? Text, ArticleProblemKind ProblemKind, string Reason)
{
    /// <summary>Gets the byte of the file at which the text begins.</summary>
    internal int ByteStart { get; init; }

    internal static TextDecoding Success(string text, int byteStart) => new(text, default, string.Empty) { ByteStart = byteStart };

    internal static TextDecoding Problem(ArticleProblemKind kind, string reason) => new(null, kind, reason);
}
