using System.Buffers.Binary;
using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>Reads the suffixes of a block, which may be compressed (spec 6.5).</summary>
internal static class SuffixDecompressor
{
    private const int None = 0;
    private const int LowercaseAscii = 1;
    private const int Lz4 = 2;

    /// <summary>No byte of an LZ4 block stands for more bytes than this; larger claims are damage.</summary>
    private const int Lz4MaxExpansion = 255;

    private const int Lz4MinMatch = 4;
    private const int Lz4LongLength = 15;

    /// <summary>Reads suffixes.</summary>
    /// <param name="input">At the bytes; is left behind them.</param>
    /// <param name="algorithm">How they are compressed.</param>
    /// <param name="length">Their length when they are not.</param>
    /// <param name="buffer">Receives them; grows when it is too small.</param>
    public static void Read(IndexInput input, int algorithm, long length, ref byte[] buffer)
    {
        if (length < 0 || length > (algorithm == None ? 1L : Lz4MaxExpansion) * (input.Length - input.Position))
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
            case None:
                input.ReadSpan(suffixes.Length).CopyTo(suffixes);
                break;
            case LowercaseAscii:
                ReadLowercaseAscii(input, suffixes);
                break;
            case Lz4:
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

    /// <summary>Reads sequences of literals and a copy until the wanted bytes are there (spec 9.5).</summary>
    private static void ReadLz4(IndexInput input, Span<byte> suffixes)
    {
        int done = 0;
        while (true)
        {
            int token = input.ReadByte();
            int literals = ReadLz4Length(input, token >> 4, suffixes.Length - done);
            input.ReadSpan(literals).CopyTo(suffixes[done..]);
            done += literals;
            if (done == suffixes.Length)
            {
                return;
            }

            int distance = BinaryPrimitives.ReadUInt16LittleEndian(input.ReadSpan(2));
            int match = ReadLz4Length(input, token & Lz4LongLength, suffixes.Length - done - Lz4MinMatch) + Lz4MinMatch;
            if (distance == 0 || distance > done)
            {
                throw new CorruptIndexException($"copy from {distance} bytes back with {done} at hand", input.Name, input.Position);
            }

            for (int end = done + match; done < end; done++)
            {
                suffixes[done] = suffixes[done - distance]; // Source and target may overlap.
            }
        }
    }

    private static int ReadLz4Length(IndexInput input, int length, int limit)
    {
        if (length == Lz4LongLength)
        {
            int more;
            do
            {
                more = input.ReadByte();
                length += more;
            }
            while (more == byte.MaxValue && length <= limit);
        }

        return length <= limit
            ? length
            : throw new CorruptIndexException($"a run of {length} bytes, {limit} are wanted at most", input.Name, input.Position);
    }
}
