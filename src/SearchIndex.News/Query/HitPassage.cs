using SearchIndex.News.Provenance;

namespace SearchIndex.News.Query;

/// <summary>A piece of an article that shows why it is a hit.</summary>
/// <param name="Field">The field it comes from: <c>body</c>.</param>
/// <param name="Offset">Where it starts in the text of the field, in UTF-16 units.</param>
/// <param name="Text">The piece, unescaped.</param>
/// <param name="Marks">The matches in it, relative to its start, ascending and without overlaps.</param>
public sealed record HitPassage(string Field, int Offset, string Text, IReadOnlyList<TextRange> Marks)
{
    /// <summary>Gets where the piece stands in the file of the article; null when it does not stand there in one piece.</summary>
    public SourceRange? SourceRange { get; init; }
}
