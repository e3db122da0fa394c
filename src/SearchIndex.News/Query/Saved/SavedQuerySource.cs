namespace SearchIndex.News.Query.Saved;

/// <summary>
/// Holds the saved queries of a file and moves to newer ones when the file changes. Another thread may do that while requests use what they
/// took at their beginning.
/// </summary>
public sealed class SavedQuerySource
{
    private readonly string _path;
    private (long Length, DateTime WrittenUtc) _version;
    private SavedQueryFile _current;

    /// <summary>Opens a source.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public SavedQuerySource(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _path = path;
        _version = VersionOf(path);
        _current = SavedQueryFile.Load(path);
    }

    /// <summary>Gets the newest queries.</summary>
    public SavedQueryFile Current => Volatile.Read(ref _current);

    /// <summary>Reads the file again when its size or time of writing has changed; called by one thread at a time.</summary>
    /// <returns>Whether it was read.</returns>
    /// <exception cref="IOException">The file is not there or cannot be read; the queries stay, and the next call tries again.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read; the queries stay.</exception>
    public bool Refresh()
    {
        // The version is taken first: a write in between shows at the next call.
        (long, DateTime) version = VersionOf(_path);
        if (version == _version)
        {
            return false;
        }

        Volatile.Write(ref _current, SavedQueryFile.Load(_path));
        _version = version;
        return true;
    }

    private static (long Length, DateTime WrittenUtc) VersionOf(string path)
    {
        var file = new FileInfo(path);
        return (file.Length, file.LastWriteTimeUtc);
    }
}
