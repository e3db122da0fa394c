namespace SearchIndex.News.Ingest;

/// <summary>Reads the data files that are embedded in this assembly: UTF-8, one entry per line, <c>#</c> begins a comment line.</summary>
internal static class EmbeddedData
{
    private const string ResourcePrefix = "SearchIndex.News.Data.";

    /// <summary>Yields the columns of each line of a file with tabs between the columns.</summary>
    internal static IEnumerable<string[]> ReadRows(string name)
    {
        foreach (string line in ReadLines(name))
        {
            yield return line.Split('\t');
        }
    }

    /// <summary>Yields the lines of a file that are neither empty nor comments.</summary>
    internal static IEnumerable<string> ReadLines(string name)
    {
        using StreamReader reader = Open(name);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }

    /// <summary>Opens a file as text; comments are in it.</summary>
    internal static StreamReader Open(string name) =>
        new(typeof(EmbeddedData).Assembly.GetManifestResourceStream(ResourcePrefix + name)
            ?? throw new InvalidOperationException($"the assembly lacks the embedded file {name}"));
}
