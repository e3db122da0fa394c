namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// A canonical prefix code of deflate (RFC 1951, 3.2.2). Codes of up to 10 bits are found in one step, longer ones length by length.
/// </summary>
internal sealed class HuffmanTable(int maxSymbols)
{
    /// <summary>The longest code.</summary>
    public const int MaxCodeLength = 15;

    private const int FastBits = 10;
    private const int LengthBits = 4;
    private const int LengthMask = (1 << LengthBits) - 1;

    // (symbol shl 4 | code length) by the next bits of the stream; 0 for codes that are longer or do not exist.
    private readonly ushort[] _fast = new ushort[1 << FastBits];
    private readonly short[] _countByLength = new short[MaxCodeLength + 1];
    private readonly short[] _symbolsByCode = new short[maxSymbols];

    /// <summary>Builds the code from the length of each symbol's code, 0 for none; false when there are too many short ones.</summary>
    public bool TryBuild(ReadOnlySpan<byte> lengths)
    {
        Array.Clear(_countByLength);
        foreach (byte length in lengths)
        {
            _countByLength[length]++;
        }

        _countByLength[0] = 0;
        Span<int> nextCode = stackalloc int[MaxCodeLength + 1];
        Span<int> nextPlace = stackalloc int[MaxCodeLength + 1];
        int code = 0;
        int place = 0;
        for (int length = 1; length <= MaxCodeLength; length++)
        {
            code <<= 1;
            nextCode[length] = code;
            nextPlace[length] = place;
            code += _countByLength[length];
            place += _countByLength[length];
            if (code > 1 << length)
            {
                return false;
            }
        }

        Array.Clear(_fast);
        for (int symbol = 0; symbol < lengths.Length; symbol++)
        {
            int length = lengths[symbol];
            if (length == 0)
            {
                continue;
            }

            _symbolsByCode[nextPlace[length]++] = (short)symbol;
            AddFast(nextCode[length]++, length, symbol);
        }

        return true;
    }

    /// <summary>Takes the next symbol; -1 when the bits are no code.</summary>
    public int Decode(ref BitReader bits)
    {
        int next = bits.Peek();
        int found = _fast[next & ((1 << FastBits) - 1)];
        if (found != 0)
        {
            bits.Drop(found & LengthMask);
            return found >> LengthBits;
        }

        return DecodeLong(ref bits, next);
    }

    private void AddFast(int code, int length, int symbol)
    {
        if (length > FastBits)
        {
            return;
        }

        // Codes are read from their high bit on, the stream gives low bits first.
        int reversed = 0;
        for (int bit = 0; bit < length; bit++)
        {
            reversed |= ((code >> bit) & 1) << (length - 1 - bit);
        }

        for (int entry = reversed; entry < _fast.Length; entry += 1 << length)
        {
            _fast[entry] = (ushort)((symbol << LengthBits) | length);
        }
    }

    private int DecodeLong(ref BitReader bits, int next)
    {
        int code = 0;
        int firstCode = 0;
        int firstPlace = 0;
        for (int length = 1; length <= MaxCodeLength; length++)
        {
            code |= next & 1;
            next >>= 1;
            int count = _countByLength[length];
            if (code - firstCode < count)
            {
                bits.Drop(length);
                return _symbolsByCode[firstPlace + code - firstCode];
            }

            firstPlace += count;
            firstCode = (firstCode + count) << 1;
            code <<= 1;
        }

        return -1;
    }
}
