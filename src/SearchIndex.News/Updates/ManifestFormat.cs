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
    public static ArchiveManifest Read(IndexInput input)
    {
        if (input.ReadInt32() != Magic || input.ReadVInt32() is var version && version != Version)
        {
            throw new RebuildNeededException($"the manifest {input.Name} is of a version that this program does not know");
        }

        var roots = new string[input.ReadVInt32()];
        for (int i = 0; i < roots.Length; i++)
        {
            roots[i] = input.ReadString();
        }

        var entries = new ManifestEntry[input.ReadVInt32()];
        for (int i = 0; i < entries.Length; i++)
        {
            entries[i] = ReadEntry(input, roots);
        }

        return new ArchiveManifest(entries);
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

    private static ManifestEntry ReadEntry(IndexInput input, string[] roots)
    {
        string root = roots[input.ReadVInt32()];
        string relativePath = input.ReadString();
        string fullPath = root + relativePath.Replace('/', Path.DirectorySeparatorChar);
        var file = new SourceFile(fullPath, relativePath, input.ReadVInt64(), new DateTime(input.ReadInt64(), DateTimeKind.Utc));
        var hash = new ContentHash((ulong)input.ReadInt64(), (ulong)input.ReadInt64());
        ulong articleId = (ulong)input.ReadInt64();
        byte problem = input.ReadByte();
        string url = input.ReadString();
        return new ManifestEntry(
            file, hash, url.Length > 0 ? url : null, articleId, problem == 0 ? null : (ArticleProblemKind)(problem - 1));
    }
}
