namespace SearchIndex.News.Variants;

/// <summary>
/// Holds the table of a file and moves to a newer one when the file changes. Another thread may do that while requests use the table they
/// took at their beginning. Without a file, it holds the table that is part of the program.
/// </summary>
public sealed class VariantSource
{
    private readonly string? _path;
    private readonly Lock _refreshLock = new();
    private (long Length, DateTime WrittenUtc) _version;
    private VariantTable? _current;

    /// <summary>Opens a source.</summary>
    /// <param name="path">The file, or null for the embedded table.</param>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public VariantSource(string? path = null)
    {
        _path = path;
        if (path is null)
        {
            return;
        }

        _version = VersionOf(path);
        _current = VariantTable.Load(path);
    }

    /// <summary>Gets the newest table; the embedded one is read when it is first asked for.</summary>
    public VariantTable Current => Volatile.Read(ref _current) ?? VariantTable.Embedded;

    /// <summary>
    /// Reads the file again when its size or time of writing has changed. Broken lines do not keep the rest of the file away: see
    /// <see cref="VariantTable.Problems"/>.
    /// </summary>
    /// <returns>Whether there is a new table.</returns>
    /// <exception cref="IOException">The file is not there or cannot be read; the table stays, and the next call tries again.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read; the table stays.</exception>
    public bool Refresh()
    {
        if (_path is null)
        {
            return false;
        }

        lock (_refreshLock)
        {
            // The version is taken first: a write in between shows at the next call.
            (long, DateTime) version = VersionOf(_path);
            if (version == _version)
            {
                return false;
            }

            Volatile.Write(ref _current, VariantTable.Load(_path));
            _version = version;
            return true;
        }
    }

    private static (long Length, DateTime WrittenUtc) VersionOf(string path)
    {
        var file = new FileInfo(path);
        return (file.Length, file.LastWriteTimeUtc);
    }
}
