namespace SearchIndex.News.Query.Saved;

/// <summary>
/// A file of saved queries as it was read: lines <c>name TAB query [TAB filters [TAB title]]</c>, filters as in the address of a search. Empty
/// lines and lines that begin with <c>#</c> say nothing. What is wrong with a line is noted; the rest is taken all the same.
/// </summary>
/// <param name="Queries">The queries, in the order of the file.</param>
/// <param name="Problems">What could not be taken as it stands.</param>
public sealed record SavedQueryFile(IReadOnlyList<SavedQuery> Queries, IReadOnlyList<SavedQueryProblem> Problems)
{
    /// <summary>Gets a file without queries.</summary>
    public static SavedQueryFile Empty { get; } = new([], []);

    /// <summary>Reads queries.</summary>
    /// <param name="text">The text of the file; docs/saved-queries.md describes it.</param>
    /// <param name="name">The path of the file, for messages.</param>
    public static SavedQueryFile Read(TextReader text, string name)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parser = new SavedQueryParser(name);
        while (text.ReadLine() is { } line)
        {
            parser.Add(line);
        }

        return new SavedQueryFile(parser.Queries, parser.Problems);
    }

    /// <summary>Reads queries from a file in UTF-8.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static SavedQueryFile Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var reader = new StreamReader(path);
        return Read(reader, path);
    }

    /// <summary>Returns the query of a name, in any case, or null.</summary>
    public SavedQuery? Find(string name) => Queries.FirstOrDefault(query => query.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
