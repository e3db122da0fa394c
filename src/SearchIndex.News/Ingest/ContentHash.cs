using System.Buffers.Binary;
using System.Security.Cryptography;

namespace SearchIndex.News.Ingest;

/// <summary>The first 128 bits of the SHA-256 of a file's bytes: tells whether a file still says the same.</summary>
/// <param name="High">The first eight bytes, big-endian.</param>
/// <param name="Low">The next eight.</param>
public readonly record struct ContentHash(ulong High, ulong Low)
{
    /// <summary>Gets whether nobody knows what the file holds, so that it has to be read again.</summary>
    public bool IsUnknown => this == default;

    /// <summary>Returns the hash of bytes.</summary>
    public static ContentHash Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return new ContentHash(BinaryPrimitives.ReadUInt64BigEndian(hash), BinaryPrimitives.ReadUInt64BigEndian(hash[sizeof(ulong)..]));
    }
}
