using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>Reads the suffixes of a block, which may be compressed (spec 6.5).</summary>
internal static class SuffixDecompressor
{
    private const int NotCompressed = 0;
    private const int LowercaseAscii = 1;
    private const int Lz4Block = 2;

    /// <summary>Reads suffixes.</summary>
    /// <param name="input">At the bytes; is left behind them.</param>
    /// <param name="algorithm">How they are compressed.</param>
    /// <param name="length">Their length when they are not.</param>
    /// <param name="buffer">Receives them; grows when it is too small.</param>
    public static void Read(IndexInput input, int algorithm, long length, ref byte[] buffer)
    {
        long most = (algorithm == NotCompressed ? 1L : Lz4.MaxRatio) * (input.Length - input.Position);
        if (length < 0 || length > Math.Min(most, Array.MaxLength))
        {
            throw new CorruptIndexException($"suffixes of {length} bytes do not fit", input.Name, input.Position);
        }

        if (buffer.Length < length)
        {
            buffer = new byte[Math.Max(length, Math.Min(2L * buffer.Length, Array.MaxLength))];
        }

        Span<byte> suffixes = buffer.AsSpan(0, (int)length);
        switch (algorithm)
        {
            case NotCompressed:
                input.ReadSpan(suffixes.Length).CopyTo(suffixes);
                break;
            case LowercaseAscii:
                ReadLowercaseAscii(input, suffixes);
                break;
            case Lz4Block:
                ReadLz4(input, suffixes);
                break;
            default:
                throw new CorruptIndexException($"suffixes with unknown compression {algorithm}", input.Name, input.Position);
        }
    }

    /// <summary>Three bytes of six bits carry in their upper two bits a fourth one.</summary>
    private static void ReadLowercaseAscii(IndexInput input, Span<byte> suffixes)
    {
        int saved = suffixes.Length >> 2;
        int stored = suffixes.Length - saved;
        input.ReadSpan(stored).CopyTo(suffixes);
        for (int index = 0; index < saved; index++)
        {
            suffixes[stored + index] = (byte)(
                ((suffixes[index] & 0xC0) >> 2)
                | ((suffixes[saved + index] & 0xC0) >> 4)
                | ((suffixes[(2 * saved) + index] & 0xC0) >> 6));
        }

        foreach (ref byte value in suffixes)
        {
            int code = value & 0x3F;
            value = (byte)(((code & 0x1F) | 0x20 | ((code & 0x20) << 1)) - 1);
        }

        int exceptions = input.ReadVInt32();
        int position = 0;
        for (int index = 0; index < exceptions; index++)
        {
            position += input.ReadByte();
            if (position >= suffixes.Length)
            {
                throw new CorruptIndexException($"exception at {position} of {suffixes.Length} suffix bytes", input.Name, input.Position);
            }

            suffixes[position] = input.ReadByte();
        }
    }

    private static void ReadLz4(IndexInput input, Span<byte> suffixes)
    {
        if (!Lz4.TryDecompress(input.Peek(int.MaxValue), out int consumed, suffixes, dictionaryLength: 0))
        {
            throw new CorruptIndexException($"{suffixes.Length} bytes of suffixes cannot be expanded", input.Name, input.Position);
        }

        input.Skip(consumed);
    }
}
