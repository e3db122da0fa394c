using System.Globalization;
using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Store;
using SearchIndex.News.Updates;

namespace SearchIndex.News.Snapshots;

/// <summary>
/// Copies of an index in one folder, each in a folder of its own. Files of an index are never changed once they are written, so that a copy
/// is made of hard links where the disk has them: in a moment, and without space until the index moves on. A commit that is replaced
/// while it is copied is given up for the newer one, so that indexing can go on.
/// </summary>
public sealed class SnapshotFolder
{
    private const int MaxNameLength = 64;
    private const int MaxTries = 20;
    private const string Pending = ".pending-";

    private readonly string _folder;
    private readonly TimeProvider _time;

    /// <summary>Names the folder; it is made when the first copy is.</summary>
    public SnapshotFolder(string folder, TimeProvider? time = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        _folder = Path.GetFullPath(folder);
        _time = time ?? TimeProvider.System;
    }

    /// <summary>Returns the folder of copies for an index when none is named: beside it, so that links are possible.</summary>
    public static string Beside(string indexFolder) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(indexFolder)) + ".snapshots";

    /// <summary>Tells whether a copy may be called so: 1 to 64 letters, digits, dots, minus and underscores, not beginning with a dot.</summary>
    public static bool IsName(string? name) =>
        name is { Length: > 0 and <= MaxNameLength } && name[0] != '.' && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_');

    /// <summary>Copies the newest commit of an index.</summary>
    /// <param name="indexFolder">The index; it may be written meanwhile.</param>
    /// <param name="name">The name of the copy, or null for one made of the time.</param>
    /// <param name="asCopies">Whether bytes are copied even where links are possible.</param>
    /// <param name="cancellation">Ends the copying; nothing stays then.</param>
    /// <exception cref="ArgumentException">The name is not allowed.</exception>
    /// <exception cref="IOException">There is a copy of that name, the disk is full, or the index changes all the time.</exception>
    /// <exception cref="IndexNotFoundException">There is no index.</exception>
    /// <exception cref="CorruptIndexException">The index is damaged.</exception>
    public IndexCopy Create(string indexFolder, string? name = null, bool asCopies = false, CancellationToken cancellation = default)
    {
        name ??= _time.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        string final = FolderOf(name);
        if (Path.Exists(final))
        {
            throw new IOException($"there is a snapshot '{name}' already in {_folder}");
        }

        using FSDirectory index = NewsIndexer.OpenExisting(indexFolder);
        Directory.CreateDirectory(_folder);
        string pending = Path.Combine(_folder, Pending + name);
        try
        {
            for (int attempt = 1; !TryCopy(index, pending, asCopies, cancellation); attempt++)
            {
                if (attempt == MaxTries)
                {
                    throw new IOException($"the index in {index.Path} changed {MaxTries} times while it was copied; try again");
                }
            }

            Directory.Move(pending, final);
        }
        finally
        {
            DeleteIfThere(pending);
        }

        return Describe(final);
    }

    /// <summary>Lists the copies by name. What is no index is left out.</summary>
    public IReadOnlyList<IndexCopy> List() =>
        Directory.Exists(_folder)
            ? [.. Directory.EnumerateDirectories(_folder)
                .Where(folder => !Path.GetFileName(folder).StartsWith('.') && Directory.EnumerateFiles(folder, IndexFileNames.Segments + "_*").Any())
                .Order(StringComparer.Ordinal)
                .Select(Describe)]
            : [];

    /// <summary>
    /// Puts a copy in the place of an index. What was there is kept beside it under another name; a running service moves to the restored index.
    /// </summary>
    /// <returns>The folder that what was there is in now; null when nothing was.</returns>
    /// <exception cref="IndexNotFoundException">There is no such copy.</exception>
    /// <exception cref="CorruptIndexException">The copy is damaged; the index stays as it is.</exception>
    /// <exception cref="LockObtainFailedException">The index is being written.</exception>
    public string? Restore(string name, string indexFolder, bool asCopies = false, CancellationToken cancellation = default)
    {
        string source = FolderOf(name);
        IndexCheck check = NewsIndexer.Verify(source, cancellation);
        if (check.Verdict == CheckVerdict.Corrupt)
        {
            throw new CorruptIndexException($"the snapshot '{name}' is damaged: {string.Join("; ", check.Lines)}");
        }

        string target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(indexFolder));
        string pending = $"{target}.restoring";
        DeleteIfThere(pending);
        try
        {
            using (var snapshot = new FSDirectory(source))
            {
                TryCopy(snapshot, pending, asCopies, cancellation);
            }

            return Exchange(pending, target);
        }
        finally
        {
            DeleteIfThere(pending);
        }
    }

    private string? Exchange(string pending, string target)
    {
        if (!Directory.Exists(target))
        {
            Directory.Move(pending, target);
            return null;
        }

        string before = $"{target}.before-{_time.GetUtcNow().ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture)}";
        using var index = new FSDirectory(target);
        using IDisposable writeLock = index.ObtainLock(IndexFileNames.WriteLock);
        Directory.Move(target, before);
        try
        {
            Directory.Move(pending, target);
        }
        catch (IOException)
        {
            Directory.Move(before, target);
            throw;
        }

        return before;
    }

    private string FolderOf(string name) => IsName(name)
        ? Path.Combine(_folder, name)
        : throw new ArgumentException($"'{name}' is no name of a snapshot; give letters, digits, dots, minus and underscores, up to {MaxNameLength}", nameof(name));

    /// <summary>Copies the newest commit, or returns false when a newer one took its place meanwhile.</summary>
    private static bool TryCopy(FSDirectory index, string folder, bool asCopies, CancellationToken cancellation)
    {
        DeleteIfThere(folder);
        SegmentInfos commit = SegmentInfos.ReadLatest(index, Lucene87Codec.Instance);
        string manifest = ManifestFile.NameIn(commit);
        string[] names = [.. commit.Files().Distinct(), .. manifest.Length > 0 && index.FileExists(manifest) ? new[] { manifest } : []];
        Directory.CreateDirectory(folder);
        using var copy = new FSDirectory(folder);
        foreach (string name in names)
        {
            cancellation.ThrowIfCancellationRequested();
            string from = Path.Combine(index.Path, name);
            string to = Path.Combine(folder, name);
            if ((asCopies || !HardLink.TryCreate(from, to)) && !TryCopyBytes(from, to))
            {
                return false;
            }
        }

        copy.Sync(names);
        copy.SyncMetadata();
        using DirectoryReader readable = DirectoryReader.Open(copy, Lucene87Codec.Instance);
        return readable.Commit.Id == commit.Id;
    }

    private static bool TryCopyBytes(string from, string to)
    {
        try
        {
            File.Copy(from, to);
            return true;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }

    private static IndexCopy Describe(string folder)
    {
        using var directory = new FSDirectory(folder);
        SegmentInfos commit = SegmentInfos.ReadLatest(directory, Lucene87Codec.Instance);
        using DirectoryReader reader = DirectoryReader.Open(directory, Lucene87Codec.Instance);
        long size = directory.ListAll().Sum(directory.FileLength);
        var created = new DateTimeOffset(Directory.GetLastWriteTimeUtc(folder), TimeSpan.Zero);
        return new IndexCopy(Path.GetFileName(folder), folder, commit.Generation, reader.NumDocs, size, created);
    }

    private static void DeleteIfThere(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
