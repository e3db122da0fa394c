using SearchIndex.Engine.Store;
using SearchIndex.News.Ingest;

namespace SearchIndex.News.Updates;

/// <summary>
/// The bytes of a manifest, in the primitives of the index format; whole or not is told by the checksum in the commit.
/// <code>
/// Manifest := Int32 "SXMF" VInt version VInt roots (String root)* VInt files File*
/// File     := VInt root, String path, VLong length, Int64 ticks (UTC), Int64 hash high, Int64 hash low, Int64 article id,
///             Byte problem (0: none, else kind + 1), String url (empty: none)
/// </code>
/// </summary>
internal static class ManifestFormat
{
    private const int Magic = 0x53584D46;
    private const int Version = 1;
    private const string MemoryName = "manifest";

    public static byte[] ToBytes(ArchiveManifest manifest)
    {
        var stream = new MemoryStream();
        using (var output = new IndexOutput(MemoryName, stream))
        {
            var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
            output.WriteInt32(Magic);
            output.WriteVInt32(Version);
            output.WriteVInt32(manifest.Roots.Count);
            foreach (string root in manifest.Roots)
            {
                numbers.Add(root, numbers.Count);
                output.WriteString(root);
            }

            output.WriteVInt32(manifest.Entries.Count);
            foreach (ManifestEntry entry in manifest.Entries)
            {
                Write(output, entry, numbers[ArchiveManifest.RootOf(entry.File)]);
            }
        }

        return stream.ToArray();
    }

    /// <summary>Reads a manifest whose checksum was found right.</summary>
    /// <exception cref="RebuildNeededException">It is of another version.</exception>
    /// <exception cref="CorruptIndexException">It contradicts itself although its checksum is right.</exception>
    public static ArchiveManifest Read(IndexInput input)
    {
        if (input.ReadInt32() != Magic || input.ReadVInt32() is var version && version != Version)
        {
            throw new RebuildNeededException($"the manifest {input.Name} is of a version that this program does not know");
        }

        var roots = new string[ReadCount(input)];
        for (int i = 0; i < roots.Length; i++)
        {
            roots[i] = input.ReadString();
        }

        var entries = new ManifestEntry[ReadCount(input)];
        var paths = new HashSet<string>(entries.Length, StringComparer.Ordinal);
        for (int i = 0; i < entries.Length; i++)
        {
            entries[i] = ReadEntry(input, roots);
            if (!paths.Add(entries[i].File.FullPath))
            {
                throw new CorruptIndexException($"file {entries[i].File.FullPath} occurs twice", input.Name, input.Position);
            }
        }

        return new ArchiveManifest(entries);
    }

    /// <summary>Each of them takes a byte or more.</summary>
    private static int ReadCount(IndexInput input)
    {
        int count = input.ReadVInt32();
        return count >= 0 && count <= input.Length - input.Position
            ? count
            : throw new CorruptIndexException($"{count} entries in the {input.Length - input.Position} bytes that are left", input.Name, input.Position);
    }

    private static void Write(IndexOutput output, ManifestEntry entry, int root)
    {
        output.WriteVInt32(root);
        output.WriteString(entry.File.RelativePath);
        output.WriteVInt64(entry.File.LengthBytes);
        output.WriteInt64(entry.File.LastWriteUtc.Ticks);
        output.WriteInt64((long)entry.Hash.High);
        output.WriteInt64((long)entry.Hash.Low);
        output.WriteInt64((long)entry.ArticleId);
        output.WriteByte(entry.Problem is { } problem ? (byte)(problem + 1) : (byte)0);
        output.WriteString(entry.Url ?? string.Empty);
    }

    private static DateTime ReadTime(IndexInput input)
    {
        long ticks = input.ReadInt64();
        return ticks >= DateTime.MinValue.Ticks && ticks <= DateTime.MaxValue.Ticks
            ? new DateTime(ticks, DateTimeKind.Utc)
            : throw new CorruptIndexException($"time of {ticks} ticks", input.Name, input.Position);
    }

    private static ManifestEntry ReadEntry(IndexInput input, string[] roots)
    {
        int number = input.ReadVInt32();
        if ((uint)number >= (uint)roots.Length)
        {
            throw new CorruptIndexException($"folder {number} of {roots.Length}", input.Name, input.Position);
        }

        string root = roots[number];
        string relativePath = input.ReadString();
        string fullPath = root + relativePath.Replace('/', Path.DirectorySeparatorChar);
        var file = new SourceFile(fullPath, relativePath, input.ReadVInt64(), ReadTime(input));
        var hash = new ContentHash((ulong)input.ReadInt64(), (ulong)input.ReadInt64());
        ulong articleId = (ulong)input.ReadInt64();
        byte problem = input.ReadByte();
        string url = input.ReadString();
        return new ManifestEntry(
            file, hash, url.Length > 0 ? url : null, articleId, problem == 0 ? null : (ArticleProblemKind)(problem - 1));
    }
}
