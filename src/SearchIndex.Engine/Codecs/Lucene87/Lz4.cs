using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using SearchIndex.Engine.Util.Simd;

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
    public static bool TryDecompress(ReadOnlySpan<byte> source, out int consumed, Span<byte> destination, int dictionaryLength) =>
        TryDecompress(source, out consumed, destination, dictionaryLength, destination.Length);

    /// <summary>Expands the beginning of a block; false when what was looked at of it is damaged.</summary>
    /// <param name="source">The block; more may follow it.</param>
    /// <param name="consumed">How many bytes of the source were read.</param>
    /// <param name="destination">The dictionary, then room for the whole text of the block.</param>
    /// <param name="dictionaryLength">The bytes of the destination that are there already; matches may lead into them.</param>
    /// <param name="wanted">How many bytes of the destination are needed; what follows them is undefined.</param>
    public static bool TryDecompress(ReadOnlySpan<byte> source, out int consumed, Span<byte> destination, int dictionaryLength, int wanted)
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

            RunCopy.Copy<HardwareVectors>(source, read, destination, written, literals);
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

            RunCopy.Repeat<HardwareVectors>(destination, written, distance, length);
            written += length;
        }
        while (written < wanted);

        consumed = read;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryExtend(ReadOnlySpan<byte> source, ref int read, ref int length, int limit) =>
        length != Extended || TryExtendMore(source, ref read, ref length, limit);

    private static bool TryExtendMore(ReadOnlySpan<byte> source, ref int read, ref int length, int limit)
    {
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
}
