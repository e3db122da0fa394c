using SearchIndex.Server.Collections;

namespace SearchIndex.Server.Diagnosis;

/// <summary>Is there space, and may the folders be read and written?</summary>
internal static class DiskFindings
{
    private const string Space = "disk";
    private const string Rights = "permissions";
    private const double BytesPerMegabyte = 1_000_000;

    public static IEnumerable<Finding> Of(CollectionOptions options)
    {
        string folder = options.IndexFolder;
        if (!Directory.Exists(folder))
        {
            return [];
        }

        return [SpaceOf(folder, IndexDisk.FreeBytesOf(folder)), .. RightsOf(folder, options.HasArchive || options.InboxFolder is not null)];
    }

    /// <summary>A rebuild writes the new index beside the old one, so that it needs as much space again.</summary>
    internal static Finding SpaceOf(string folder, long free)
    {
        long size = Directory.EnumerateFiles(folder).Sum(file => new FileInfo(file).Length);
        string told = FormattableString.Invariant($"{free / BytesPerMegabyte:0} MB are free; the index has {size / BytesPerMegabyte:0.0} MB");
        if (free < IndexDisk.LeastBytes)
        {
            return Finding.Fault(Space, told, "make space: delete what is not needed, such as old snapshots");
        }

        return free < size ? Finding.Warning(Space, told, "make space: a rebuild needs as much as the index has") : Finding.Good(Space, told);
    }

    private static IEnumerable<Finding> RightsOf(string folder, bool isToBeChanged)
    {
        if (!CanWrite(folder))
        {
            const string told = "the folder of the index cannot be written";
            const string advice = "give the folder to the user of the service (chown), or run 'update' as its owner";
            yield return isToBeChanged ? Finding.Fault(Rights, told, advice) : Finding.Warning(Rights, told + ": it can be searched only", advice);
        }

        if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(folder).HasFlag(UnixFileMode.OtherWrite))
        {
            yield return Finding.Warning(Rights, "everybody on this machine can write the folder of the index", $"close it with: chmod o-w {folder}");
        }
    }

    /// <summary>Tells whether files can be made in a folder.</summary>
    internal static bool CanWrite(string folder)
    {
        string probe = Path.Combine(folder, $".doctor-{Environment.ProcessId}");
        try
        {
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
