namespace SearchIndex.News.Ingest;

/// <summary>Where a path leads when every symbolic link on its way is followed, one name after the other as the system does it.</summary>
internal static class RealPath
{
    private const int MaxLinks = 40;

    private static readonly char[] Separators = [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar];

    /// <summary>Tells whether a path leads to something below a folder.</summary>
    internal static bool IsBelow(string folder, string path) =>
        Resolve(folder) is { } root
        && Resolve(path) is { } real
        && real.StartsWith(Path.EndsInDirectorySeparator(root) ? root : root + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>Returns the path without links, or null when they form a circle.</summary>
    internal static string? Resolve(string path)
    {
        string whole = Path.GetFullPath(path);
        string real = Path.GetPathRoot(whole)!;
        var names = new Stack<string>(NamesOf(whole[real.Length..]));
        int links = 0;
        while (names.TryPop(out string? name))
        {
            // A link may hold these two; where they lead depends on the links before them.
            if (name == ".")
            {
                continue;
            }

            if (name == "..")
            {
                real = Path.GetDirectoryName(real) ?? real;
                continue;
            }

            string next = Path.Combine(real, name);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                real = next;
                continue;
            }

            if (++links > MaxLinks)
            {
                return null;
            }

            string targetRoot = Path.IsPathRooted(target) ? Path.GetPathRoot(target)! : string.Empty;
            real = targetRoot.Length > 0 ? targetRoot : real;
            foreach (string part in NamesOf(target[targetRoot.Length..]))
            {
                names.Push(part);
            }
        }

        return real;
    }

    /// <summary>The last name first, since they go onto a stack.</summary>
    private static IEnumerable<string> NamesOf(string path) => path.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Reverse();
}
