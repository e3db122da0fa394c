using System.Buffers;
using System.Buffers.Binary;

namespace SearchIndex.News.Ingest;

/// <summary>The bytes of a file in a buffer that is lent; with what tells whether the file changed while it was read.</summary>
internal sealed class SourceBytes : IDisposable
{
    private readonly byte[] _buffer;
    private readonly int _count;

    private SourceBytes(byte[] buffer, int count, long lengthBytes, ContentHash hash)
    {
        _buffer = buffer;
        _count = count;
        LengthBytes = lengthBytes;
        Hash = hash;
    }

    public long LengthBytes { get; }

    public bool IsTooLarge => LengthBytes > ArticleReader.MaxFileBytes;

    /// <summary>Gets the bytes; none when the file is too large.</summary>
    public ReadOnlySpan<byte> Span => _buffer.AsSpan(0, _count);

    /// <summary>Gets the hash of the bytes, of the length when the file is too large, unknown when the file changed since it was found.</summary>
    public ContentHash Hash { get; }

    /// <summary>Reads a file.</summary>
    /// <exception cref="IOException">The system refuses.</exception>
    /// <exception cref="UnauthorizedAccessException">The system refuses.</exception>
    public static SourceBytes Read(SourceFile file)
    {
        if (file.LengthBytes == 0)
        {
            // Pipes and sockets have no length either; opening one could wait for ever.
            return new SourceBytes([], 0, 0, ContentHash.Of([]));
        }

        using FileStream stream = new(file.FullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
        long length = stream.Length;
        if (length > ArticleReader.MaxFileBytes)
        {
            return new SourceBytes([], 0, length, HashOfLength(length));
        }

        byte[] buffer = ArrayPool<byte>.Shared.Rent((int)length);
        try
        {
            int count = stream.ReadAtLeast(buffer.AsSpan(0, (int)length), (int)length, throwOnEndOfStream: false);
            bool isAsFound = stream.Length == file.LengthBytes && File.GetLastWriteTimeUtc(stream.SafeFileHandle) == file.LastWriteUtc;
            return new SourceBytes(buffer, count, length, isAsFound ? ContentHash.Of(buffer.AsSpan(0, count)) : default);
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(buffer);
            throw;
        }
    }

    public void Dispose()
    {
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
        }
    }

    private static ContentHash HashOfLength(long length)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, length);
        return ContentHash.Of(bytes);
    }
}
