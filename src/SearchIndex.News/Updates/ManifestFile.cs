using System.Security.Cryptography;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Store;

namespace SearchIndex.News.Updates;

/// <summary>
/// The manifest as a file of the index folder. The notes of a commit name it and carry its checksum, so that commit and manifest are one:
/// the file is on stable storage before the commit, and those of older commits are deleted after it. Its name is no name of Lucene's, so
/// that no Lucene writer deletes it; it is derived from the contents, so that the same archive gives the same name.
/// </summary>
internal static class ManifestFile
{
    /// <summary>The key of the note with the file's name.</summary>
    public const string NameKey = "manifest";

    /// <summary>The key of the note with the SHA-256 of the file, in hexadecimal digits.</summary>
    public const string ChecksumKey = "manifestSha256";

    private const string Prefix = "manifest-";
    private const string Suffix = ".bin";
    private const int NameDigits = 16;

    /// <summary>Writes a manifest to stable storage and adds the notes that name it.</summary>
    public static void Write(IndexDirectory directory, ArchiveManifest manifest, IDictionary<string, string> notes)
    {
        byte[] bytes = ManifestFormat.ToBytes(manifest);
        string checksum = Convert.ToHexStringLower(SHA256.HashData(bytes));
        string name = Prefix + checksum[..NameDigits] + Suffix;
        if (!Holds(directory, name, checksum))
        {
            WriteNew(directory, name, bytes);
        }

        directory.Sync([name]);
        directory.SyncMetadata();
        notes[NameKey] = name;
        notes[ChecksumKey] = checksum;
    }

    /// <summary>Reads the manifest of a commit that is to be added to.</summary>
    /// <exception cref="RebuildNeededException">There is none, it is damaged, or the index was changed without it.</exception>
    public static ArchiveManifest Read(IndexDirectory directory, SegmentInfos commit)
    {
        ArchiveManifest manifest = Load(directory, commit);
        int documents = commit.Segments.Sum(segment => segment.NumDocs);
        return documents == manifest.Articles
            ? manifest
            : throw new RebuildNeededException(
                $"another program changed the index: it has {documents} articles, and its manifest {NameIn(commit)} has {manifest.Articles}");
    }

    /// <summary>Reads the manifest of a commit, whether the articles agree with it or not.</summary>
    /// <exception cref="RebuildNeededException">There is none, or it is damaged.</exception>
    public static ArchiveManifest Load(IndexDirectory directory, SegmentInfos commit)
    {
        if (!commit.UserData.TryGetValue(NameKey, out string? name) || !commit.UserData.TryGetValue(ChecksumKey, out string? checksum))
        {
            throw new RebuildNeededException("the index does not say which files it was made of");
        }

        if (!directory.FileExists(name))
        {
            throw new RebuildNeededException($"the manifest {name}, which says what files the index was made of, is missing");
        }

        if (!Holds(directory, name, checksum))
        {
            throw new RebuildNeededException($"the manifest {name}, which says what files the index was made of, is damaged");
        }

        using IndexInput input = directory.OpenInput(name);
        try
        {
            return ManifestFormat.Read(input);
        }
        catch (CorruptIndexException problem)
        {
            throw new RebuildNeededException($"the manifest {name}, which says what files the index was made of, cannot be read: {problem.Message}", problem);
        }
    }

    /// <summary>Deletes the manifests of other commits, and those that a crash left.</summary>
    public static void DeleteOthers(IndexDirectory directory, SegmentInfos commit)
    {
        string needed = NameIn(commit);
        foreach (string name in directory.ListAll().Where(name => IsManifest(name) && name != needed))
        {
            try
            {
                directory.DeleteFile(name);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                // Somebody reads it on a system that will not delete it then; the next commit tries again.
            }
        }
    }

    /// <summary>Returns the name of the manifest of a commit; empty when it has none.</summary>
    public static string NameIn(SegmentInfos commit) => commit.UserData.GetValueOrDefault(NameKey, string.Empty);

    /// <summary>Tells whether a file is a manifest by its name.</summary>
    public static bool IsManifest(string name) =>
        name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(Suffix, StringComparison.Ordinal);

    private static bool Holds(IndexDirectory directory, string name, string checksum)
    {
        if (!directory.FileExists(name) || directory.FileLength(name) == 0)
        {
            return false;
        }

        using IndexInput input = directory.OpenInput(name);
        return input.Length <= int.MaxValue
            && Convert.ToHexStringLower(SHA256.HashData(input.SpanAt(0, (int)input.Length))) == checksum;
    }

    private static void WriteNew(IndexDirectory directory, string name, byte[] bytes)
    {
        if (directory.FileExists(name))
        {
            directory.DeleteFile(name); // A crash left part of it; a commit that names it would be damaged already.
        }

        using IndexOutput output = directory.CreateOutput(name);
        output.WriteBytes(bytes);
    }
}
