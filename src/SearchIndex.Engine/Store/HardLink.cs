using System.Runtime.InteropServices;

namespace SearchIndex.Engine.Store;

/// <summary>Gives a file a second name, which costs no space: neither name goes when the other is deleted.</summary>
public static partial class HardLink
{
    /// <summary>Creates a second name for a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="link">Its second name, which must be free, on the same disk.</param>
    /// <returns>False when the system or the disk does not do this, or the file is gone; nothing was changed then.</returns>
    public static bool TryCreate(string path, string link)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentException.ThrowIfNullOrEmpty(link);
        return OperatingSystem.IsWindows() ? CreateHardLink(link, path, 0) : Link(path, link) == 0;
    }

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string path, string link);

    [LibraryImport("kernel32", EntryPoint = "CreateHardLinkW", SetLastError = true, StringMarshalling = StringMarshalling.Utf16)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool CreateHardLink(string link, string path, nint securityAttributes);
}
