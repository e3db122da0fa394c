using System.Runtime.InteropServices;

namespace SearchIndex.Engine.Store;

/// <summary>
/// Brings the names of a folder to stable storage on Unix. .NET refuses to open a folder as a file, so the three system calls are
/// made directly.
/// </summary>
internal static partial class FolderSync
{
    private const int OpenReadOnly = 0;

    public static void Flush(string path)
    {
        int descriptor = Open(path, OpenReadOnly);
        if (descriptor < 0)
        {
            throw new IOException($"folder {path} cannot be opened to sync it (error {Marshal.GetLastPInvokeError()})");
        }

        try
        {
            if (FSync(descriptor) != 0)
            {
                throw new IOException($"folder {path} cannot be synced (error {Marshal.GetLastPInvokeError()})");
            }
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int FSync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int descriptor);
}
