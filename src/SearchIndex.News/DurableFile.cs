using SearchIndex.Engine.Store;

namespace SearchIndex.News;

/// <summary>
/// Small files that are there whole or not at all, whatever happens: written under another name, brought to stable storage, renamed, and the
/// name brought there too.
/// </summary>
public static class DurableFile
{
    /// <summary>What is behind the name of a file while it is written. Such a file is no article, and the next writing replaces it.</summary>
    public const string PendingSuffix = ".new";

    /// <summary>Writes a file in the place of the one that may be there. One thread at a time for each path.</summary>
    /// <exception cref="IOException">The disk refuses; the old file stays.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written; the old one stays.</exception>
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        WriteUnsynced(path, bytes);
        SyncFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    /// <summary>Does the same, but that a crash of the machine may still bring back the old file until <see cref="SyncFolder"/>.</summary>
    /// <exception cref="IOException">The disk refuses; the old file stays.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written; the old one stays.</exception>
    public static void WriteUnsynced(string path, ReadOnlySpan<byte> bytes)
    {
        string pending = path + PendingSuffix;
        try
        {
            using (var stream = new FileStream(pending, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
            {
                stream.Write(bytes);
                stream.Flush(flushToDisk: true);
            }

            File.Move(pending, path, overwrite: true);
        }
        catch
        {
            File.Delete(pending); // On a full disk even the part that was written is in the way.
            throw;
        }
    }

    /// <summary>Brings the names in a folder to stable storage.</summary>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static void SyncFolder(string folder)
    {
        using var directory = new FSDirectory(folder);
        directory.SyncMetadata();
    }
}
