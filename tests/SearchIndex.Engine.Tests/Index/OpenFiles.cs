using System.Collections.Concurrent;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Tests.Store;

namespace SearchIndex.Engine.Tests.Index;

/// <summary>
/// A directory in memory that counts which files are opened, and how many are open; a file that is closed twice, or read after that, throws.
/// Looking at the names and deleting can be made to fail.
/// </summary>
internal sealed class OpenFiles : IndexDirectory
{
    private readonly MemoryDirectory _inner = new();
    private readonly ConcurrentQueue<string> _opened = new();
    private int _open;

    /// <summary>Gets how many inputs are open now.</summary>
    public int Open => _open;

    /// <summary>Gets or sets whether the names cannot be listed, from the next renaming on.</summary>
    public bool FailsAfterRename { get; set; }

    /// <summary>Gets or sets whether listing the names fails.</summary>
    public bool FailsToList { get; set; }

    /// <summary>Gets or sets whether deleting fails.</summary>
    public bool FailsToDelete { get; set; }

    /// <summary>Returns the names of the files opened since the last call.</summary>
    public string[] TakeOpened()
    {
        string[] names = [.. _opened];
        _opened.Clear();
        return names;
    }

    public override IndexInput OpenInput(string name)
    {
        using IndexInput inner = _inner.OpenInput(name);
        byte[] bytes = _inner.ReadAllBytes(name);
        _opened.Enqueue(name);
        Interlocked.Increment(ref _open);
        return new IndexInput(name, new FaultyByteSource(bytes, () => Interlocked.Decrement(ref _open)));
    }

    public override IReadOnlyList<string> ListAll() => FailsToList ? throw new IOException("the names cannot be read") : _inner.ListAll();

    public override bool FileExists(string name) => _inner.FileExists(name);

    public override long FileLength(string name) => _inner.FileLength(name);

    public override IndexOutput CreateOutput(string name) => _inner.CreateOutput(name);

    public override void DeleteFile(string name)
    {
        if (FailsToDelete)
        {
            throw new IOException($"{name} cannot be deleted");
        }

        _inner.DeleteFile(name);
    }

    public override void Rename(string source, string destination)
    {
        _inner.Rename(source, destination);
        FailsToList = FailsAfterRename;
    }

    public override void Sync(IReadOnlyCollection<string> names) => _inner.Sync(names);

    public override void SyncMetadata() => _inner.SyncMetadata();

    public override IDisposable ObtainLock(string name) => _inner.ObtainLock(name);
}
