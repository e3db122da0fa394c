using System.Text.Json.Serialization;
using SearchIndex.News.Query.Language;

namespace SearchIndex.News.Query;

/// <summary>How a query was understood, as a tree for people and programs to read.</summary>
public sealed record ParsedTree
{
    /// <summary>Gets the kind: and, or, not, all, text, near, outlet, url, script or date.</summary>
    public required string Kind { get; init; }

    /// <summary>Gets the part as it can be typed again.</summary>
    public required string Query { get; init; }

    /// <summary>Gets the field of a text: text (title and body), title, body or author; null for other kinds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Field { get; init; }

    /// <summary>Gets how a text was typed: plain, quoted, work, prefix or exact; null for other kinds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Form { get; init; }

    /// <summary>Gets the text or the value; null for groups.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Text { get; init; }

    /// <summary>Gets how many characters may stand between texts that are near each other; null for other kinds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Distance { get; init; }

    /// <summary>Gets whether texts that are near each other must come in order; null for other kinds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Ordered { get; init; }

    /// <summary>Gets the first moment of publication, inclusive; null for other kinds and open spans.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? From { get; init; }

    /// <summary>Gets the end of publication, exclusive; null for other kinds and open spans.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? To { get; init; }

    /// <summary>Gets the parts of a group; null for leaves.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ParsedTree>? Parts { get; init; }

    /// <summary>Returns the tree of a node.</summary>
    internal static ParsedTree Of(QueryNode node) => node switch
    {
        AndNode and => Group("and", and, and.Parts),
        OrNode or => Group("or", or, or.Parts),
        NotNode not => Group("not", not, [not.Part]),
        TextNode text => Leaf("text", text) with { Field = Name(text.Field), Form = Name(text.Form), Text = text.Text },
        NearNode near => Leaf("near", near) with
        {
            Field = Name(near.Field),
            Text = string.Join(' ', near.Texts),
            Distance = near.Distance,
            Ordered = near.IsOrdered,
        },
        FilterNode filter => Leaf(Name(filter.Field), filter) with { Text = filter.Value },
        DateNode date => Leaf("date", date) with { Text = date.Text, From = date.From, To = date.To },
        _ => Leaf("all", node),
    };

    private static ParsedTree Group(string kind, QueryNode node, IReadOnlyList<QueryNode> parts) =>
        Leaf(kind, node) with { Parts = [.. parts.Select(Of)] };

    private static ParsedTree Leaf(string kind, QueryNode node) => new() { Kind = kind, Query = node.ToString() };

    private static string Name<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
