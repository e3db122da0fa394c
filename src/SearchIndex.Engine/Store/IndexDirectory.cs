namespace SearchIndex.Engine.Store;

/// <summary>
/// A flat folder of files, each written once, under names that never come back. (Lucene calls it <c>Directory</c>; see the
/// glossary.) Safe for several threads.
/// </summary>
public abstract class IndexDirectory : IDisposable
{
    /// <summary>Returns the names of all files, in ordinal order.</summary>
    public abstract IReadOnlyList<string> ListAll();

    /// <summary>Tells whether a file is there.</summary>
    public abstract bool FileExists(string name);

    /// <summary>Returns the length of a file in bytes.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public abstract long FileLength(string name);

    /// <summary>Creates a new file and opens it for writing.</summary>
    /// <exception cref="IOException">The file is there already, or cannot be made.</exception>
    public abstract IndexOutput CreateOutput(string name);

    /// <summary>Opens a file for reading. The caller disposes the input when nobody uses it or its clones any more.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public abstract IndexInput OpenInput(string name);

    /// <summary>Deletes a file. Inputs that are open stay readable.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public abstract void DeleteFile(string name);

    /// <summary>Gives a file another name in one step; the new name must be free.</summary>
    public abstract void Rename(string source, string destination);

    /// <summary>Returns once the contents of the named files are on stable storage.</summary>
    public abstract void Sync(IReadOnlyCollection<string> names);

    /// <summary>Returns once the names of the folder (creations, renames) are on stable storage, where the platform can.</summary>
    public abstract void SyncMetadata();

    /// <summary>Takes the lock file <paramref name="name"/>; it is held until the result is disposed.</summary>
    /// <exception cref="LockObtainFailedException">Somebody else holds it.</exception>
    public abstract IDisposable ObtainLock(string name);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Gives resources back.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }
}
