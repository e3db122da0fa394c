namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// Expands raw deflate data (RFC 1951) behind a preset dictionary, which the streams of .NET cannot. Keeps its tables for the next
/// call; for one thread.
/// </summary>
internal sealed class Inflater
{
    private const int StoredBlock = 0;
    private const int FixedCodes = 1;
    private const int DynamicCodes = 2;

    private const int EndOfBlock = 256;
    private const int FirstLengthSymbol = 257;
    private const int LiteralSymbols = 288;
    private const int DistanceSymbols = 32;
    private const int CodeLengthSymbols = 19;

    private const int RepeatPrevious = 16;
    private const int RepeatZero = 17;
    private const int RepeatZeroLong = 18;

    private readonly HuffmanTable _literals = new(LiteralSymbols);
    private readonly HuffmanTable _distances = new(DistanceSymbols);
    private readonly HuffmanTable _codeLengths = new(CodeLengthSymbols);
    private readonly byte[] _lengths = new byte[LiteralSymbols + DistanceSymbols];

    private static ReadOnlySpan<byte> CodeLengthOrder => [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

    private static ReadOnlySpan<short> LengthBases =>
        [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];

    private static ReadOnlySpan<byte> LengthExtraBits =>
        [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];

    private static ReadOnlySpan<short> DistanceBases =>
    [
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193,
        12289, 16385, 24577,
    ];

    private static ReadOnlySpan<byte> DistanceExtraBits =>
        [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];

    /// <summary>Expands the data; false when it is damaged or does not fill the destination exactly.</summary>
    /// <param name="source">The data.</param>
    /// <param name="destination">The dictionary, then room for the text.</param>
    /// <param name="dictionaryLength">The bytes of the destination that are there already; matches may lead into them.</param>
    public bool TryInflate(ReadOnlySpan<byte> source, Span<byte> destination, int dictionaryLength)
    {
        var bits = new BitReader(source);
        int written = dictionaryLength;
        bool isLast;
        do
        {
            isLast = bits.Take(1) != 0;
            bool whole = bits.Take(2) switch
            {
                StoredBlock => TryCopyStored(ref bits, destination, ref written),
                FixedCodes => BuildFixedCodes() && TryExpandBlock(ref bits, destination, ref written),
                DynamicCodes => TryReadCodes(ref bits) && TryExpandBlock(ref bits, destination, ref written),
                _ => false,
            };
            if (!whole || bits.IsBeyondEnd)
            {
                return false;
            }
        }
        while (!isLast);

        return written == destination.Length;
    }

    private static bool TryCopyStored(ref BitReader bits, Span<byte> destination, ref int written)
    {
        bits.AlignToByte();
        int length = bits.Take(16);
        int complement = bits.Take(16);
        if (length != (~complement & 0xFFFF) || length > destination.Length - written)
        {
            return false;
        }

        for (int index = 0; index < length; index++)
        {
            destination[written++] = (byte)bits.Take(8);
        }

        return true;
    }

    private bool BuildFixedCodes()
    {
        Span<byte> literals = _lengths.AsSpan(0, LiteralSymbols);
        literals[..144].Fill(8);
        literals[144..256].Fill(9);
        literals[256..280].Fill(7);
        literals[280..].Fill(8);
        Span<byte> distances = _lengths.AsSpan(LiteralSymbols);
        distances.Fill(5);
        return _literals.TryBuild(literals) && _distances.TryBuild(distances);
    }

    private bool TryReadCodes(ref BitReader bits)
    {
        int literalCount = bits.Take(5) + FirstLengthSymbol;
        int distanceCount = bits.Take(5) + 1;
        int codeLengthCount = bits.Take(4) + 4;
        if (literalCount > LiteralSymbols)
        {
            return false;
        }

        Span<byte> codeLengths = stackalloc byte[CodeLengthSymbols];
        for (int index = 0; index < codeLengthCount; index++)
        {
            codeLengths[CodeLengthOrder[index]] = (byte)bits.Take(3);
        }

        Span<byte> lengths = _lengths.AsSpan(0, literalCount + distanceCount);
        return _codeLengths.TryBuild(codeLengths)
            && TryReadLengths(ref bits, lengths)
            && lengths[EndOfBlock] != 0
            && _literals.TryBuild(lengths[..literalCount])
            && _distances.TryBuild(lengths[literalCount..]);
    }

    private bool TryReadLengths(ref BitReader bits, Span<byte> lengths)
    {
        int filled = 0;
        while (filled < lengths.Length)
        {
            int symbol = _codeLengths.Decode(ref bits);
            if (symbol < 0 || bits.IsBeyondEnd || (symbol == RepeatPrevious && filled == 0))
            {
                return false;
            }

            byte length = symbol switch
            {
                < RepeatPrevious => (byte)symbol,
                RepeatPrevious => lengths[filled - 1],
                _ => 0,
            };
            int times = symbol switch
            {
                RepeatPrevious => bits.Take(2) + 3,
                RepeatZero => bits.Take(3) + 3,
                RepeatZeroLong => bits.Take(7) + 11,
                _ => 1,
            };
            if (times > lengths.Length - filled)
            {
                return false;
            }

            lengths.Slice(filled, times).Fill(length);
            filled += times;
        }

        return true;
    }

    private bool TryExpandBlock(ref BitReader bits, Span<byte> destination, ref int written)
    {
        int end = written;
        while (true)
        {
            int symbol = _literals.Decode(ref bits);
            if (symbol == EndOfBlock)
            {
                written = end;
                return true;
            }

            if (symbol < 0 || bits.IsBeyondEnd || end == destination.Length)
            {
                return false;
            }

            if (symbol < EndOfBlock)
            {
                destination[end++] = (byte)symbol;
            }
            else if (!TryCopyMatch(ref bits, destination, symbol - FirstLengthSymbol, ref end))
            {
                return false;
            }
        }
    }

    private bool TryCopyMatch(ref BitReader bits, Span<byte> destination, int lengthSymbol, ref int end)
    {
        if (lengthSymbol >= LengthBases.Length)
        {
            return false;
        }

        int length = LengthBases[lengthSymbol] + bits.Take(LengthExtraBits[lengthSymbol]);
        int distanceSymbol = _distances.Decode(ref bits);
        if ((uint)distanceSymbol >= (uint)DistanceBases.Length)
        {
            return false;
        }

        int distance = DistanceBases[distanceSymbol] + bits.Take(DistanceExtraBits[distanceSymbol]);
        if (distance > end || length > destination.Length - end)
        {
            return false;
        }

        for (int copied = 0; copied < length; copied++, end++)
        {
            destination[end] = destination[end - distance];
        }

        return true;
    }
}
