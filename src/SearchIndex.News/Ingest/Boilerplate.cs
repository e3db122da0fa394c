namespace SearchIndex.News.Ingest;

/// <summary>The list of what pages put around their articles (<c>Data/boilerplate.tsv</c>).</summary>
internal static class Boilerplate
{
    private static readonly ILookup<string, string> Entries =
        EmbeddedData.ReadRows("boilerplate.tsv").ToLookup(row => row[0], row => row[1], StringComparer.Ordinal);

    /// <summary>Returns the entries of a kind.</summary>
    internal static IEnumerable<string> Of(string kind) => Entries[kind];
}
