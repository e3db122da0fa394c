using System.Text.Json.Serialization;
using SearchIndex.News.Ingest;
using SearchIndex.News.Provenance;

namespace SearchIndex.News.Query;

/// <summary>An article that was found.</summary>
public sealed record SearchHit
{
    /// <summary>Gets the id of the article.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the score; comparable within one answer only.</summary>
    public required float Score { get; init; }

    /// <summary>Gets the title.</summary>
    public required string Title { get; init; }

    /// <summary>Gets the matches in the title.</summary>
    public required IReadOnlyList<TextRange> TitleMarks { get; init; }

    /// <summary>Gets where the title stands in the file; null when it is not in it, such as one that was made of the file's name.</summary>
    public required SourceRange? TitleSourceRange { get; init; }

    /// <summary>Gets the URL, or null.</summary>
    public required string? Url { get; init; }

    /// <summary>Gets the outlet.</summary>
    public required HitOutlet Outlet { get; init; }

    /// <summary>Gets the author, or null.</summary>
    public required string? Author { get; init; }

    /// <summary>Gets when the article was published, or null.</summary>
    public required DateTimeOffset? Published { get; init; }

    /// <summary>Gets the script.</summary>
    public required ArticleScript Script { get; init; }

    /// <summary>Gets the path of the file below the folder that was indexed.</summary>
    public required string Source { get; init; }

    /// <summary>Gets the texts that were found in title and body: what was typed, its words, or regional variants of it.</summary>
    public required IReadOnlyList<string> MatchedForms { get; init; }

    /// <summary>Gets the number of marked places in title and body.</summary>
    public required int Occurrences { get; init; }

    /// <summary>Gets up to three passages of the body, in reading order.</summary>
    public required IReadOnlyList<HitPassage> Passages { get; init; }

    /// <summary>Gets how many other articles found are versions of this one; 0 unless <see cref="SearchRequest.Collapse"/> asks.</summary>
    public required int VersionCount { get; init; }

    /// <summary>Gets these other versions, 20 at most.</summary>
    public required IReadOnlyList<HitVersion> Versions { get; init; }

    /// <summary>Gets how the score comes about; null unless <see cref="SearchRequest.Explain"/> asks for it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ScorePart? Explanation { get; init; }
}
