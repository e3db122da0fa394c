using System.Globalization;
using SearchIndex.News.Ingest;

namespace SearchIndex.News.Updates;

/// <summary>
/// The folders of a reproducible index. Its manifest does not say where they lie, since the same archive elsewhere gives the same bytes: it
/// has a number in place of each, and an update finds out which of the folders it is given is meant.
/// </summary>
internal static class NamelessRoots
{
    /// <summary>No full path begins like this.</summary>
    private const char Mark = '?';

    /// <summary>Puts numbers in the place of all folders.</summary>
    public static ArchiveManifest Hide(ArchiveManifest manifest)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string root in manifest.Roots)
        {
            names.Add(root, string.Create(CultureInfo.InvariantCulture, $"{Mark}{names.Count}/"));
        }

        return Rename(manifest, names);
    }

    /// <summary>Gives folders that were given to the numbers of those that hold their files; a number without such a folder stays.</summary>
    /// <param name="manifest">The manifest, with or without numbers.</param>
    /// <param name="paths">Folders or files.</param>
    /// <exception cref="RebuildNeededException">All folders are numbers, and none of the paths holds a file of them.</exception>
    public static ArchiveManifest Find(ArchiveManifest manifest, IReadOnlyList<string> paths)
    {
        if (!manifest.Roots.Any(IsNameless))
        {
            return manifest;
        }

        List<string> folders = [.. paths.Select(FolderOf).Distinct(StringComparer.Ordinal).Except(manifest.Roots, StringComparer.Ordinal)];
        ILookup<string, ManifestEntry> files = manifest.Entries.ToLookup(entry => ArchiveManifest.RootOf(entry.File), StringComparer.Ordinal);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string root in manifest.Roots.Where(IsNameless))
        {
            if (folders.Find(folder => files[root].Any(entry => File.Exists(PathBelow(folder, entry.File)))) is { } found)
            {
                names.Add(root, found);
                folders.Remove(found);
            }
        }

        if (names.Count == 0 && manifest.Roots.All(IsNameless))
        {
            throw new RebuildNeededException(
                "the index is reproducible and does not say where its files lay, and none of the given folders holds one of them; "
                + "give the folders that it was built from");
        }

        return Rename(manifest, names);
    }

    private static bool IsNameless(string root) => root.StartsWith(Mark);

    private static string FolderOf(string path)
    {
        string fullPath = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        string folder = Directory.Exists(fullPath) ? fullPath : Path.GetDirectoryName(fullPath)!;
        return Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar;
    }

    private static string PathBelow(string root, SourceFile file) => root + file.RelativePath.Replace('/', Path.DirectorySeparatorChar);

    private static ArchiveManifest Rename(ArchiveManifest manifest, Dictionary<string, string> names)
    {
        ManifestEntry[] entries = [.. manifest.Entries.Select(entry => names.TryGetValue(ArchiveManifest.RootOf(entry.File), out string? name)
            ? entry with { File = entry.File with { FullPath = PathBelow(name, entry.File) } }
            : entry)];
        return entries.DistinctBy(entry => entry.File.FullPath, StringComparer.Ordinal).Count() == entries.Length
            ? new ArchiveManifest(entries)
            : throw new RebuildNeededException("the given folders lie in each other in another way than those that the index was built from");
    }
}
