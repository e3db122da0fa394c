namespace SearchIndex.News.Ingest;

/// <summary>Collects the known entries of front matter while they are read; a key may come several times, as a list does.</summary>
internal sealed class FrontMatterEntries
{
    private static readonly HashSet<string> KnownKeys =
        new(["title", "date", "author", "from", "tags", "categories", "layout"], StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, List<string>> _values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets whether no known key came: such a block is text between two lines of dashes.</summary>
    internal bool IsEmpty => _values.Count == 0;

    internal void Clear() => _values.Clear();

    /// <summary>Adds a value; an empty one counts as an entry without value, and so do YAML's ways to write null.</summary>
    internal void Add(string key, string value)
    {
        string name = key.Trim();
        if (!KnownKeys.Contains(name))
        {
            return;
        }

        if (!_values.TryGetValue(name, out List<string>? values))
        {
            _values.Add(name, values = []);
        }

        string text = TextCleaner.Clean(value);
        if (text.Length > 0 && text is not ("~" or "null"))
        {
            values.Add(text);
        }
    }

    internal FrontMatter ToFrontMatter() => new()
    {
        Title = First("title"),
        Date = First("date"),
        Author = First("author"),
        From = First("from"),
        Tags = All("tags"),
        Categories = All("categories"),
    };

    private string? First(string key) => _values.TryGetValue(key, out List<string>? values) && values.Count > 0 ? values[0] : null;

    private List<string> All(string key) => _values.TryGetValue(key, out List<string>? values) ? values : [];
}
