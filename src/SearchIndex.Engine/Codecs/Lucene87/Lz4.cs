using System.Buffers.Binary;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// Expands LZ4 blocks (spec 9.5); <see cref="Lz4Compressor"/> makes them.
/// <code>
/// block    := sequence*                                    the last one ends behind its literals
/// sequence := token:byte [length extension] literals distance:little-endian-short [length extension]
/// </code>
/// The token holds the number of literals (high half) and the match length less 4 (low half); 15 is continued by bytes that are
/// added up to and including the first below 255.
/// </summary>
internal static class Lz4
{
    /// <summary>The shortest match.</summary>
    public const int MinMatch = 4;

    /// <summary>The greatest distance of a match.</summary>
    public const int MaxDistance = 65535;

    /// <summary>The length in half a token that says that more bytes follow.</summary>
    public const int Extended = 15;

    /// <summary>A bound of how many bytes one byte of a block can stand for.</summary>
    public const int MaxRatio = 255;

    /// <summary>Returns the most bytes that <paramref name="length"/> bytes can become.</summary>
    public static int MaxCompressedLength(int length) => length + (length / MaxRatio) + 16;

    /// <summary>Expands a block until the destination is full; false when the block is damaged.</summary>
    /// <param name="source">The block; more may follow it.</param>
    /// <param name="consumed">How many bytes of the source the block has.</param>
    /// <param name="destination">The dictionary, then room for the text of the block.</param>
    /// <param name="dictionaryLength">The bytes of the destination that are there already; matches may lead into them.</param>
    public static bool TryDecompress(ReadOnlySpan<byte> source, out int consumed, Span<byte> destination, int dictionaryLength)
    {
        consumed = 0;
        int read = 0;
        int written = dictionaryLength;
        do
        {
            if (read == source.Length)
            {
                return false;
            }

            int token = source[read++];
            int literals = token >> 4;
            if (!TryExtend(source, ref read, ref literals, destination.Length)
                || literals > source.Length - read
                || literals > destination.Length - written)
            {
                return false;
            }

            source.Slice(read, literals).CopyTo(destination[written..]);
            read += literals;
            written += literals;
            if (written == destination.Length)
            {
                break;
            }

            if (source.Length - read < sizeof(ushort))
            {
                return false;
            }

            int distance = BinaryPrimitives.ReadUInt16LittleEndian(source[read..]);
            read += sizeof(ushort);
            int length = token & Extended;
            if (!TryExtend(source, ref read, ref length, destination.Length))
            {
                return false;
            }

            length += MinMatch;
            if (distance == 0 || distance > written || length > destination.Length - written)
            {
                return false;
            }

            CopyMatch(destination, written, distance, length);
            written += length;
        }
        while (written < destination.Length);

        consumed = read;
        return true;
    }

    private static bool TryExtend(ReadOnlySpan<byte> source, ref int read, ref int length, int limit)
    {
        if (length != Extended)
        {
            return true;
        }

        while (read < source.Length && length <= limit)
        {
            byte more = source[read++];
            length += more;
            if (more != byte.MaxValue)
            {
                return true;
            }
        }

        return false;
    }

    private static void CopyMatch(Span<byte> destination, int written, int distance, int length)
    {
        int from = written - distance;
        while (length > 0)
        {
            // What was copied already repeats with the distance as its period, so each round can take twice as much.
            int part = Math.Min(length, written - from);
            destination.Slice(from, part).CopyTo(destination[written..]);
            written += part;
            length -= part;
        }
    }
}
