namespace SearchIndex.Server;

/// <summary>The space on the disk of the index: how much there is, and how much the next update may need.</summary>
internal sealed class IndexDisk
{
    /// <summary>What any update may need.</summary>
    public const long LeastBytes = 100_000_000;

    private readonly string _folder;
    private readonly CurrentIndex _index;
    private readonly long? _reserve;

    public IndexDisk(string folder, CurrentIndex index, long? reserve)
    {
        _folder = folder;
        _index = index;
        _reserve = reserve;
    }

    /// <summary>Gets the free space; null when the folder of the index is not there, or its disk does not tell.</summary>
    public long? FreeBytes
    {
        get
        {
            try
            {
                return Directory.Exists(_folder) ? FreeBytesOf(_folder) : null;
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
            {
                return null;
            }
        }
    }

    /// <summary>
    /// Gets the free space that there should be: what was asked for, else as much as the index has, since a rebuild, or an update that merges
    /// everything, writes that much before it deletes what was there.
    /// </summary>
    public long NeededBytes => _reserve ?? Math.Max(LeastBytes, _index.Stats?.SizeBytes ?? 0);

    /// <summary>Returns the free space on the disk of a folder.</summary>
    public static long FreeBytesOf(string folder) => new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace;
}
