using System.Buffers.Binary;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// Makes LZ4 blocks (see <see cref="Lz4"/>) in one greedy pass: a hash table remembers where each group of four bytes was seen
/// last, and after every 64 literals without a match the search takes longer steps. For one thread.
/// </summary>
internal sealed class Lz4Compressor
{
    private const int HashBits = 14;
    private const uint HashMultiplier = 2654435761; // Knuth's multiplicative hashing: 2^32 divided by the golden ratio.
    private const int SkipShift = 6;

    // The end rules of LZ4: the last 5 bytes are literals, and no match starts in the last 12.
    private const int LastLiterals = 5;
    private const int NoMatchAtEnd = 12;

    // Places plus one, so that 0 stands for none.
    private readonly int[] _lastSeen = new int[1 << HashBits];

    /// <summary>Compresses what follows the dictionary and returns the number of bytes written.</summary>
    /// <param name="bytes">The dictionary, then the text.</param>
    /// <param name="dictionaryLength">The bytes of the dictionary, to which matches may lead.</param>
    /// <param name="destination">Room for <see cref="Lz4.MaxCompressedLength"/> bytes.</param>
    public int Compress(ReadOnlySpan<byte> bytes, int dictionaryLength, Span<byte> destination)
    {
        Array.Clear(_lastSeen);
        for (int place = 0; place <= dictionaryLength - Lz4.MinMatch; place++)
        {
            _lastSeen[Hash(FourBytes(bytes, place))] = place + 1;
        }

        int written = 0;
        int literalsFrom = dictionaryLength;
        int position = dictionaryLength;
        while (position <= bytes.Length - NoMatchAtEnd)
        {
            uint four = FourBytes(bytes, position);
            ref int seen = ref _lastSeen[Hash(four)];
            int match = seen - 1;
            seen = position + 1;
            if (match < 0 || position - match > Lz4.MaxDistance || FourBytes(bytes, match) != four)
            {
                position += 1 + ((position - literalsFrom) >> SkipShift);
                continue;
            }

            while (position > literalsFrom && match > 0 && bytes[position - 1] == bytes[match - 1])
            {
                position--;
                match--;
            }

            int length = Lz4.MinMatch + bytes[(position + Lz4.MinMatch)..^LastLiterals]
                .CommonPrefixLength(bytes[(match + Lz4.MinMatch)..]);
            written += WriteLiterals(bytes[literalsFrom..position], length, destination[written..]);
            written += WriteMatch(position - match, length, destination[written..]);
            position += length;
            literalsFrom = position;
        }

        return written + WriteLiterals(bytes[literalsFrom..], Lz4.MinMatch, destination[written..]);
    }

    private static uint FourBytes(ReadOnlySpan<byte> bytes, int place) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[place..]);

    private static int Hash(uint four) => (int)((four * HashMultiplier) >> (32 - HashBits));

    private static int WriteLiterals(ReadOnlySpan<byte> literals, int matchLength, Span<byte> destination)
    {
        int literalPart = Math.Min(literals.Length, Lz4.Extended);
        int matchPart = Math.Min(matchLength - Lz4.MinMatch, Lz4.Extended);
        destination[0] = (byte)((literalPart << 4) | matchPart);
        int written = 1;
        written += WriteExtension(literals.Length, destination[written..]);
        literals.CopyTo(destination[written..]);
        return written + literals.Length;
    }

    private static int WriteMatch(int distance, int length, Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(destination, (ushort)distance);
        return sizeof(ushort) + WriteExtension(length - Lz4.MinMatch, destination[sizeof(ushort)..]);
    }

    private static int WriteExtension(int length, Span<byte> destination)
    {
        if (length < Lz4.Extended)
        {
            return 0;
        }

        int written = 0;
        int rest = length - Lz4.Extended;
        for (; rest >= byte.MaxValue; rest -= byte.MaxValue)
        {
            destination[written++] = byte.MaxValue;
        }

        destination[written++] = (byte)rest;
        return written;
    }
}
