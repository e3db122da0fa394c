using SearchIndex.Engine.Index;
using SearchIndex.Engine.Store;
using SearchIndex.News;

namespace SearchIndex.Server.Tasks;

/// <summary>Why a task failed.</summary>
/// <param name="Code">The kind of reason; programs may rely on it.</param>
/// <param name="Reason">The reason, for a person.</param>
public sealed record TaskError(string Code, string Reason)
{
    /// <summary>There is no room on the disk; the same task succeeds when there is.</summary>
    public const string DiskFull = "disk-full";

    /// <summary>The index was built by other rules, or does not say what it was made of.</summary>
    public const string RebuildNeeded = "rebuild-needed";

    /// <summary>There is no index yet.</summary>
    public const string NoIndex = "no-index";

    /// <summary>The index is damaged; a rebuild makes a new one.</summary>
    public const string DamagedIndex = "damaged-index";

    /// <summary>Anything else.</summary>
    public const string Failed = "failed";

    private const string WhenDiskIsFull = "make room, then start the task again";

    // Errors of Unix: no space, too large for the limit of the process, over quota. Errors of Windows: handle disk full, disk full.
    private static readonly int[] DiskFullErrors = [28, 27, 122, unchecked((int)0x80070027), unchecked((int)0x80070070)];

    /// <summary>Tells whether an exception says that there is no room on a disk.</summary>
    internal static bool IsDiskFull(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is IOException && DiskFullErrors.Contains(exception.HResult))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Returns why a task failed that ended with an exception.</summary>
    internal static TaskError Of(Exception exception) => exception switch
    {
        RebuildNeededException => new TaskError(RebuildNeeded, $"{exception.Message}; start a rebuild"),
        IndexNotFoundException => new TaskError(NoIndex, exception.Message),
        CorruptIndexException => new TaskError(DamagedIndex, $"{exception.Message}; start a rebuild"),
        _ when IsDiskFull(exception) => new TaskError(DiskFull, $"{exception.Message}; {WhenDiskIsFull}"),
        _ => new TaskError(Failed, exception.Message),
    };
}
