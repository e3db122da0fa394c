using SearchIndex.News.Ingest;

namespace SearchIndex.News.Updates;

/// <summary>Every file that an index was made of. Immutable.</summary>
/// <param name="Entries">The files: those of a folder together, in ordinal order of their paths below it.</param>
internal sealed record ArchiveManifest(IReadOnlyList<ManifestEntry> Entries)
{
    /// <summary>Gets the manifest of no index.</summary>
    public static ArchiveManifest Empty { get; } = new([]);

    /// <summary>Gets the files by their full paths.</summary>
    public IReadOnlyDictionary<string, ManifestEntry> ByPath { get; } =
        Entries.ToDictionary(entry => entry.File.FullPath, StringComparer.Ordinal);

    /// <summary>Gets the folders that paths were taken below, with the separator at the end, in the order of their files.</summary>
    public IReadOnlyList<string> Roots { get; } = [.. Entries.Select(entry => RootOf(entry.File)).Distinct(StringComparer.Ordinal)];

    /// <summary>Gets the number of articles.</summary>
    public int Articles { get; } = Good(Entries).Select(entry => entry.ArticleId).Distinct().Count();

    /// <summary>Gets the number of files that could not become articles.</summary>
    public int Problems => Entries.Count(entry => entry.Problem is not null);

    /// <summary>Gets the number of files that are further copies.</summary>
    public int Copies => Entries.Count - Problems - Articles;

    /// <summary>Returns the folder that the path of a file was taken below, with the separator at the end.</summary>
    public static string RootOf(SourceFile file) => file.FullPath[..^file.RelativePath.Length];

    private static IEnumerable<ManifestEntry> Good(IReadOnlyList<ManifestEntry> entries) => entries.Where(entry => entry.Problem is null);
}
