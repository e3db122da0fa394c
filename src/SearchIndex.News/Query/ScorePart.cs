using System.Text.Json.Serialization;
using SearchIndex.Engine.Search;

namespace SearchIndex.News.Query;

/// <summary>How a score comes about, as a tree of named parts.</summary>
public sealed record ScorePart
{
    /// <summary>Gets the value.</summary>
    public required float Value { get; init; }

    /// <summary>Gets what the value is.</summary>
    public required string Name { get; init; }

    /// <summary>Gets what it is made of; null when it is not made of others.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ScorePart>? Parts { get; init; }

    /// <summary>Returns the tree of an explanation.</summary>
    internal static ScorePart Of(Explanation explanation) => new()
    {
        Value = explanation.Value,
        Name = explanation.Description,
        Parts = explanation.Details.Count == 0 ? null : [.. explanation.Details.Select(Of)],
    };
}
