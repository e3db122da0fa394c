using System.IO.Compression;

namespace SearchIndex.Engine.Analysis;

/// <summary>Reads the data files that are part of this assembly.</summary>
internal static class EmbeddedResource
{
    /// <summary>Reads a data file as it is.</summary>
    internal static byte[] ReadAll(string name)
    {
        using Stream stream = Open(name);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Reads and unpacks a data file that is compressed with brotli.</summary>
    internal static byte[] ReadBrotli(string name)
    {
        using Stream stream = Open(name);
        using var unpacking = new BrotliStream(stream, CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        unpacking.CopyTo(unpacked);
        return unpacked.ToArray();
    }

    private static Stream Open(string name) =>
        typeof(EmbeddedResource).Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"the resource {name} is not part of the assembly");
}
