using SearchIndex.News.Ingest;

namespace SearchIndex.News.Updates;

/// <summary>The files that are there now, and those that are gone, as far as paths reach.</summary>
/// <param name="Present">The files below the paths; each with the path below its folder that the index knows it by.</param>
/// <param name="Deleted">The entries of files below the paths that are gone.</param>
/// <param name="Outside">The entries of files that are not below the paths; nobody asked for them.</param>
internal sealed record ArchiveScan(IReadOnlyList<SourceFile> Present, IReadOnlyList<ManifestEntry> Deleted, IReadOnlyList<ManifestEntry> Outside)
{
    /// <summary>Looks at the names, sizes and times of files; reads none.</summary>
    public static ArchiveScan Run(IReadOnlyList<string> paths, ArchiveManifest manifest, CancellationToken cancellation)
    {
        var present = new List<SourceFile>(manifest.Entries.Count);
        var found = new HashSet<string>(manifest.Entries.Count, StringComparer.Ordinal);
        foreach (SourceFile file in SourceFolder.Enumerate(paths, cancellation))
        {
            found.Add(file.FullPath);
            string relativePath = manifest.ByPath.TryGetValue(file.FullPath, out ManifestEntry? entry)
                ? entry.File.RelativePath
                : PathBelowKnownRoot(file, manifest.Roots);
            present.Add(relativePath == file.RelativePath ? file : file with { RelativePath = relativePath });
        }

        string[] fullPaths = [.. paths.Select(path => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)))];
        var deleted = new List<ManifestEntry>();
        var outside = new List<ManifestEntry>();
        foreach (ManifestEntry entry in manifest.Entries.Where(entry => !found.Contains(entry.File.FullPath)))
        {
            if (!fullPaths.Any(path => IsAtOrBelow(entry.File.FullPath, path)))
            {
                outside.Add(entry);
            }
            else if (new FileInfo(entry.File.FullPath) is { Exists: true } info)
            {
                // Named once as a single file, with an extension that folders are not searched for.
                present.Add(entry.File with { LengthBytes = info.Length, LastWriteUtc = info.LastWriteTimeUtc });
            }
            else
            {
                deleted.Add(entry);
            }
        }

        return new ArchiveScan(present, deleted, outside);
    }

    /// <summary>A part of a known folder was given: paths go on being taken below the whole.</summary>
    private static string PathBelowKnownRoot(SourceFile file, IReadOnlyList<string> roots)
    {
        string given = ArchiveManifest.RootOf(file);
        string? root = roots.Contains(given, StringComparer.Ordinal)
            ? null
            : roots.Where(root => given.StartsWith(root, StringComparison.Ordinal)).MaxBy(root => root.Length);
        return root is null ? file.RelativePath : file.FullPath[root.Length..].Replace(Path.DirectorySeparatorChar, '/');
    }

    private static bool IsAtOrBelow(string file, string path) =>
        file.StartsWith(path, StringComparison.Ordinal)
        && (file.Length == path.Length || Path.EndsInDirectorySeparator(path) || file[path.Length] == Path.DirectorySeparatorChar);
}
