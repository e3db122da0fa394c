using System.Collections.Concurrent;

namespace SearchIndex.Engine.Store;

/// <summary>A directory in memory, for tests and small indexes.</summary>
public sealed class MemoryDirectory : IndexDirectory
{
    private readonly ConcurrentDictionary<string, byte[]> _files = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _locks = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override IReadOnlyList<string> ListAll() => [.. _files.Keys.Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public override bool FileExists(string name) => _files.ContainsKey(name);

    /// <inheritdoc/>
    public override long FileLength(string name) => Find(name).Length;

    /// <inheritdoc/>
    public override IndexOutput CreateOutput(string name)
    {
        if (!_files.TryAdd(name, []))
        {
            throw new IOException($"file {name} is there already");
        }

        return new IndexOutput(name, new FileStreamInMemory(bytes => _files[name] = bytes));
    }

    /// <inheritdoc/>
    public override IndexInput OpenInput(string name)
    {
        byte[] bytes = Find(name);
        return new IndexInput(name, new ArrayByteSource(bytes, bytes.Length));
    }

    /// <inheritdoc/>
    public override void DeleteFile(string name)
    {
        if (!_files.TryRemove(name, out _))
        {
            throw new FileNotFoundException($"file {name} is not there", name);
        }
    }

    /// <inheritdoc/>
    public override void Rename(string source, string destination)
    {
        byte[] bytes = Find(source);
        if (!_files.TryAdd(destination, bytes))
        {
            throw new IOException($"file {destination} is there already");
        }

        _files.TryRemove(source, out _);
    }

    /// <inheritdoc/>
    public override void Sync(IReadOnlyCollection<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        foreach (string name in names)
        {
            Find(name);
        }
    }

    /// <inheritdoc/>
    public override void SyncMetadata()
    {
        // Memory has no stable storage.
    }

    /// <inheritdoc/>
    public override IDisposable ObtainLock(string name)
    {
        if (!_locks.TryAdd(name, true))
        {
            throw new LockObtainFailedException($"lock {name} of the directory in memory is held already");
        }

        return new HeldLock(() => _locks.TryRemove(name, out _));
    }

    /// <summary>Replaces or adds a file, for tests that damage one.</summary>
    public void Overwrite(string name, byte[] bytes) => _files[name] = bytes;

    /// <summary>Returns the bytes of a file.</summary>
    public byte[] ReadAllBytes(string name) => [.. Find(name)];

    private byte[] Find(string name) =>
        _files.TryGetValue(name, out byte[]? bytes) ? bytes : throw new FileNotFoundException($"file {name} is not there", name);

    private sealed class HeldLock(Action release) : IDisposable
    {
        public void Dispose() => release();
    }

    /// <summary>Hands its bytes over when it is closed.</summary>
    private sealed class FileStreamInMemory(Action<byte[]> onClose) : MemoryStream
    {
        private bool _closed;

        protected override void Dispose(bool disposing)
        {
            if (!_closed)
            {
                _closed = true;
                onClose(ToArray());
            }

            base.Dispose(disposing);
        }
    }
}
