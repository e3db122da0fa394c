namespace SearchIndex.News.Tests.Query.Highlights;

/// <summary>What is marked in the fields of an article.</summary>
internal sealed class FieldMarks
{
    public List<PlainMatch> Title { get; } = [];

    public List<PlainMatch> Body { get; } = [];

    public bool IsEmpty => Title.Count + Body.Count == 0;

    /// <summary>Puts the marks of parts together; null when a part that is needed does not match, or none does.</summary>
    public static FieldMarks? Join(IEnumerable<FieldMarks?> parts, bool needsAll)
    {
        FieldMarks?[] found = [.. parts];
        if (needsAll ? found.Contains(null) : found.All(part => part is null))
        {
            return null;
        }

        var joined = new FieldMarks();
        foreach (FieldMarks part in found.OfType<FieldMarks>())
        {
            joined.Title.AddRange(part.Title);
            joined.Body.AddRange(part.Body);
        }

        return joined;
    }
}
