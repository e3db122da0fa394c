using System.IO.Enumeration;

namespace SearchIndex.News.Ingest;

/// <summary>Finds the files of an archive: <c>*.md</c>, <c>*.txt</c> and <c>*.html</c> at any depth below the given folders.</summary>
public static class SourceFolder
{
    private static readonly string[] Extensions = [".md", ".txt", ".html"];

    /// <summary>
    /// Enumerates the files of the given folders, folder after folder, each in ordinal order of the paths below it. A path may also be
    /// a file, of any extension. A file that several paths lead to comes once. Links to folders are not followed, since they may
    /// form circles, and links to files only when they stay below the folder: what lies elsewhere is no part of the archive. Folders that
    /// may not be read are passed over.
    /// </summary>
    /// <param name="paths">Folders or files.</param>
    /// <param name="cancellationToken">Stops the enumeration.</param>
    /// <returns>The files; the file system is read while they are enumerated, but the given paths are checked at once.</returns>
    /// <exception cref="DirectoryNotFoundException">A given folder does not exist.</exception>
    /// <exception cref="FileNotFoundException">A given path with one of the extensions does not exist.</exception>
    public static IEnumerable<SourceFile> Enumerate(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        ThrowIfMissing(paths);
        return EnumerateAll(paths, cancellationToken);
    }

    /// <summary>Checks that paths exist.</summary>
    /// <exception cref="DirectoryNotFoundException">A given folder does not exist.</exception>
    /// <exception cref="FileNotFoundException">A given path with one of the extensions does not exist.</exception>
    public static void ThrowIfMissing(IReadOnlyList<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        foreach (string path in paths)
        {
            ArgumentException.ThrowIfNullOrEmpty(path, nameof(paths));
            ThrowIfMissing(path);
        }
    }

    private static void ThrowIfMissing(string path)
    {
        if (Directory.Exists(path) || File.Exists(path))
        {
            return;
        }

        if (HasExtension(path))
        {
            throw new FileNotFoundException($"the file '{path}' to read articles from does not exist", path);
        }

        throw new DirectoryNotFoundException($"the folder '{path}' to read articles from does not exist");
    }

    private static IEnumerable<SourceFile> EnumerateAll(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string path in paths)
        {
            string fullPath = Path.GetFullPath(path);
            foreach (SourceFile file in Directory.Exists(fullPath) ? ListFolder(fullPath, cancellationToken) : [Describe(fullPath)])
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (seen.Add(file.FullPath))
                {
                    yield return file;
                }
            }
        }
    }

    private static List<SourceFile> ListFolder(string folder, CancellationToken cancellationToken)
    {
        string root = Path.TrimEndingDirectorySeparator(folder);
        int relativeStart = Path.EndsInDirectorySeparator(root) ? root.Length : root.Length + 1;
        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = 0 };
        var entries = new FileSystemEnumerable<SourceFile>(root, (ref FileSystemEntry entry) => Describe(ref entry, relativeStart), options)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory && HasExtension(entry.FileName) && !LeadsOut(ref entry, root),
            ShouldRecursePredicate = (ref FileSystemEntry entry) => (entry.Attributes & FileAttributes.ReparsePoint) == 0,
        };

        var files = new List<SourceFile>();
        foreach (SourceFile file in entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            files.Add(file);
        }

        files.Sort(static (left, right) => string.CompareOrdinal(left.RelativePath, right.RelativePath));
        return files;
    }

    private static bool LeadsOut(ref FileSystemEntry entry, string root) =>
        (entry.Attributes & FileAttributes.ReparsePoint) != 0 && !RealPath.IsBelow(root, entry.ToFullPath());

    private static SourceFile Describe(ref FileSystemEntry entry, int relativeStart)
    {
        string fullPath = entry.ToFullPath();
        string relativePath = fullPath[relativeStart..];
        if (Path.DirectorySeparatorChar != '/')
        {
            relativePath = relativePath.Replace(Path.DirectorySeparatorChar, '/');
        }

        return new SourceFile(fullPath, relativePath, entry.Length, entry.LastWriteTimeUtc.UtcDateTime);
    }

    private static SourceFile Describe(string fullPath)
    {
        var info = new FileInfo(fullPath);
        return new SourceFile(fullPath, info.Name, info.Length, info.LastWriteTimeUtc);
    }

    private static bool HasExtension(ReadOnlySpan<char> name)
    {
        foreach (string extension in Extensions)
        {
            if (name.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
