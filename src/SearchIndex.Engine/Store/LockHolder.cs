using System.Globalization;

namespace SearchIndex.Engine.Store;

/// <summary>
/// Finds out which process holds a lock on a file, for the message to whoever cannot have it. Linux tells; elsewhere, or when that process
/// belongs to somebody else, it stays "another process".
/// </summary>
internal static class LockHolder
{
    private const string Unknown = "another process";
    private const string Locks = "/proc/locks";

    // "1: POSIX  ADVISORY  WRITE 12345 08:01:131 0 EOF"; who waits for a lock has "->" behind the number.
    private const int KindColumn = 1;
    private const int ProcessColumn = 4;

    /// <summary>Describes the holder.</summary>
    public static string Describe(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return Unknown;
        }

        try
        {
            int process = ProcessesWithLocks().FirstOrDefault(process => HasOpen(process, path));
            return process == 0 ? Unknown : $"process {process} ({File.ReadAllText($"/proc/{process}/comm").Trim()})";
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return Unknown;
        }
    }

    private static IEnumerable<int> ProcessesWithLocks()
    {
        foreach (string line in File.ReadLines(Locks))
        {
            string[] columns = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (columns.Length > ProcessColumn && columns[KindColumn] == "POSIX"
                && int.TryParse(columns[ProcessColumn], CultureInfo.InvariantCulture, out int process) && process > 0)
            {
                yield return process;
            }
        }
    }

    private static bool HasOpen(int process, string path)
    {
        try
        {
            return Directory.EnumerateFileSystemEntries($"/proc/{process}/fd").Any(file => new FileInfo(file).LinkTarget == path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return false; // It ended meanwhile, or is somebody else's.
        }
    }
}
