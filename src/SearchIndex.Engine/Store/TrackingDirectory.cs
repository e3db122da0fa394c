using System.Collections.Concurrent;

namespace SearchIndex.Engine.Store;

/// <summary>Passes everything on to another directory and remembers which files were created through it.</summary>
public sealed class TrackingDirectory : IndexDirectory
{
    private readonly IndexDirectory _inner;
    private readonly ConcurrentQueue<string> _created = new();

    /// <summary>Creates the directory; <paramref name="inner"/> stays the caller's.</summary>
    public TrackingDirectory(IndexDirectory inner)
    {
        ArgumentNullException.ThrowIfNull(inner);
        _inner = inner;
    }

    /// <summary>Gets the names of the files created so far, in order.</summary>
    public IReadOnlyCollection<string> Created => _created;

    /// <inheritdoc/>
    public override IReadOnlyList<string> ListAll() => _inner.ListAll();

    /// <inheritdoc/>
    public override bool FileExists(string name) => _inner.FileExists(name);

    /// <inheritdoc/>
    public override long FileLength(string name) => _inner.FileLength(name);

    /// <inheritdoc/>
    public override IndexOutput CreateOutput(string name)
    {
        IndexOutput output = _inner.CreateOutput(name);
        _created.Enqueue(name);
        return output;
    }

    /// <inheritdoc/>
    public override IndexInput OpenInput(string name) => _inner.OpenInput(name);

    /// <inheritdoc/>
    public override void DeleteFile(string name) => _inner.DeleteFile(name);

    /// <inheritdoc/>
    public override void Rename(string source, string destination) => _inner.Rename(source, destination);

    /// <inheritdoc/>
    public override void Sync(IReadOnlyCollection<string> names) => _inner.Sync(names);

    /// <inheritdoc/>
    public override void SyncMetadata() => _inner.SyncMetadata();

    /// <inheritdoc/>
    public override IDisposable ObtainLock(string name) => _inner.ObtainLock(name);
}
