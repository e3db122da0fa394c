using System.Runtime.InteropServices;

namespace SearchIndex.Engine.Store;

/// <summary>A folder of the file system; files are read through memory maps.</summary>
public sealed class FSDirectory : IndexDirectory
{
    /// <summary>Creates the directory object; the folder itself is made when it is not there.</summary>
    /// <param name="path">The folder.</param>
    public FSDirectory(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        Path = System.IO.Path.GetFullPath(path);
        Directory.CreateDirectory(Path);
    }

    /// <summary>Gets the full path of the folder.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> ListAll() =>
        [.. Directory.EnumerateFiles(Path).Select(file => System.IO.Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public override bool FileExists(string name) => File.Exists(FullName(name));

    /// <inheritdoc/>
    public override long FileLength(string name) => new FileInfo(FullName(name)).Length;

    /// <inheritdoc/>
    public override IndexOutput CreateOutput(string name) =>
        new(name, new FileStream(FullName(name), FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0));

    /// <inheritdoc/>
    public override IndexInput OpenInput(string name) => new(name, new MemoryMappedByteSource(FullName(name)));

    /// <inheritdoc/>
    public override void DeleteFile(string name)
    {
        string path = FullName(name);
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"file {path} is not there", path);
        }

        File.Delete(path);
    }

    /// <inheritdoc/>
    public override void Rename(string source, string destination) =>
        File.Move(FullName(source), FullName(destination), overwrite: false);

    /// <inheritdoc/>
    public override void Sync(IReadOnlyCollection<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        foreach (string name in names)
        {
            using var stream = new FileStream(FullName(name), FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            stream.Flush(flushToDisk: true);
        }
    }

    /// <inheritdoc/>
    public override void SyncMetadata()
    {
        if (!RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
        {
            FolderSync.Flush(Path);
        }
    }

    /// <inheritdoc/>
    public override IDisposable ObtainLock(string name) => NativeFSLock.Obtain(Path, name);

    private string FullName(string name) => System.IO.Path.Combine(Path, name);
}
