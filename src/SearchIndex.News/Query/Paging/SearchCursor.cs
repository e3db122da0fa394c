using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SearchIndex.News.Query.Paging;

/// <summary>
/// Where a page ended, so that the next one can go on: which index, which search, behind which hit. As text it is opaque, fit for a URL,
/// and carries a check sum, so that a mistyped one is told from a stale one. It names a place and grants nothing.
/// </summary>
/// <param name="Index">Tells the commit of the index from others.</param>
/// <param name="Search">Tells the search from others.</param>
/// <param name="Before">How many hits come before the place.</param>
/// <param name="Score">The score of the last of them.</param>
/// <param name="Doc">The number of the last of them in the index.</param>
public sealed record SearchCursor(ulong Index, ulong Search, int Before, float Score, int Doc)
{
    private const byte Format = 1;
    private const int SearchAt = 1 + sizeof(ulong);
    private const int BeforeAt = SearchAt + sizeof(ulong);
    private const int ScoreAt = BeforeAt + sizeof(int);
    private const int DocAt = ScoreAt + sizeof(float);
    private const int CheckAt = DocAt + sizeof(int);
    private const int CheckBytes = 4;
    private const int TotalBytes = CheckAt + CheckBytes;

    /// <summary>Reads a cursor.</summary>
    /// <param name="text">What <see cref="ToString"/> gave; anything else is refused.</param>
    /// <returns>The cursor, or null.</returns>
    public static SearchCursor? TryParse(string? text)
    {
        Span<byte> bytes = stackalloc byte[TotalBytes];
        bool isWhole = text is not null && Base64Url.IsValid(text)
            && text.Length == Base64Url.GetEncodedLength(TotalBytes)
            && Base64Url.TryDecodeFromChars(text, bytes, out int written)
            && written == TotalBytes;
        if (!isWhole || bytes[0] != Format || !CheckOf(bytes).SequenceEqual(bytes[CheckAt..]))
        {
            return null;
        }

        var cursor = new SearchCursor(
            BinaryPrimitives.ReadUInt64BigEndian(bytes[1..]),
            BinaryPrimitives.ReadUInt64BigEndian(bytes[SearchAt..]),
            BinaryPrimitives.ReadInt32BigEndian(bytes[BeforeAt..]),
            BinaryPrimitives.ReadSingleBigEndian(bytes[ScoreAt..]),
            BinaryPrimitives.ReadInt32BigEndian(bytes[DocAt..]));
        return cursor.Before >= 0 && cursor.Doc >= 0 ? cursor : null;
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[TotalBytes];
        bytes[0] = Format;
        BinaryPrimitives.WriteUInt64BigEndian(bytes[1..], Index);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[SearchAt..], Search);
        BinaryPrimitives.WriteInt32BigEndian(bytes[BeforeAt..], Before);
        BinaryPrimitives.WriteSingleBigEndian(bytes[ScoreAt..], Score);
        BinaryPrimitives.WriteInt32BigEndian(bytes[DocAt..], Doc);
        CheckOf(bytes).CopyTo(bytes[CheckAt..]);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Returns a number that tells a text from others.</summary>
    internal static ulong Fingerprint(string text) => BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static byte[] CheckOf(ReadOnlySpan<byte> bytes) => SHA256.HashData(bytes[..CheckAt])[..CheckBytes];
}
