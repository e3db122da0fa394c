using System.Numerics;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Util.Simd;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// 128 numbers in as few bits as most of them need (spec 5.4): a token <c>exceptions &lt;&lt; 5 | bits</c>, the packed block or, for 0
/// bits, the one value of all, then for each exception its index and the high bits that did not fit.
/// </summary>
internal static class PForBlock
{
    private const int BitsMask = 31;
    private const int ExceptionsShift = 5;
    private const int BytesPerException = 2;
    private const int MaxExceptions = 3;
    private const int MaxHighBits = 8;

    /// <summary>Writes 128 numbers of 0 or more. As Java does, at most three may be exceptions.</summary>
    public static void Write(ReadOnlySpan<int> values, IndexOutput output)
    {
        (int maxBits, int bits) = ChooseBits(values);
        if (maxBits == bits && values.IndexOfAnyExcept(values[0]) >= 0)
        {
            output.WriteByte((byte)bits);
            WritePacked(values, bits, output);
            return;
        }

        WritePatched(values, maxBits, bits, output);
    }

    /// <summary>Reads 128 numbers.</summary>
    /// <param name="input">At the block; is left behind it.</param>
    /// <param name="values">Receives the numbers, all 0 or more.</param>
    public static void Read(IndexInput input, Span<int> values)
    {
        values = values[..ForLayout.BlockSize];
        int token = input.ReadByte();
        int bits = token & BitsMask;
        if (bits == 0)
        {
            long value = input.ReadVInt64();
            values.Fill(value is >= 0 and <= int.MaxValue ? (int)value : throw TooLarge(input));
        }
        else
        {
            BlockUnpacker.Unpack(input.ReadSpan(ForLayout.ByteCount(bits)), bits, values);
        }

        int exceptions = token >> ExceptionsShift;
        if (exceptions > 0)
        {
            Patch(input, exceptions, bits, values);
        }
    }

    /// <summary>Moves over 128 numbers.</summary>
    public static void Skip(IndexInput input)
    {
        int token = input.ReadByte();
        int bits = token & BitsMask;
        if (bits == 0)
        {
            input.ReadVInt64();
        }

        input.Skip(ForLayout.ByteCount(bits) + ((token >> ExceptionsShift) * BytesPerException));
    }

    private static void Patch(IndexInput input, int exceptions, int bits, Span<int> values)
    {
        ReadOnlySpan<byte> patches = input.ReadSpan(exceptions * BytesPerException);
        for (int index = 0; index < patches.Length; index += BytesPerException)
        {
            int place = patches[index];
            long high = (long)patches[index + 1] << bits;
            if (place >= values.Length || high > int.MaxValue)
            {
                throw TooLarge(input);
            }

            values[place] |= (int)high;
        }
    }

    private static CorruptIndexException TooLarge(IndexInput input) =>
        new("a block has a number of more than 31 bits, or an exception outside of it", input.Name, input.Position);

    /// <summary>Returns the bits of the largest number, and those to pack with: of the fourth largest, but at most 8 less.</summary>
    private static (int MaxBits, int Bits) ChooseBits(ReadOnlySpan<int> values)
    {
        Span<int> countOfBits = stackalloc int[33];
        countOfBits.Clear();
        foreach (int value in values)
        {
            countOfBits[BitOperations.LeadingZeroCount((uint)value | 1)]++;
        }

        int zeros = 0;
        while (countOfBits[zeros] == 0)
        {
            zeros++;
        }

        int maxBits = 32 - zeros;
        int larger = countOfBits[zeros];
        while (larger <= MaxExceptions)
        {
            zeros++;
            larger += countOfBits[zeros];
        }

        return (maxBits, Math.Max(32 - zeros, maxBits - MaxHighBits));
    }

    private static void WritePatched(ReadOnlySpan<int> values, int maxBits, int bits, IndexOutput output)
    {
        Span<int> low = stackalloc int[ForLayout.BlockSize];
        Span<byte> patches = stackalloc byte[MaxExceptions * BytesPerException];
        int mask = (int)((1U << bits) - 1);
        int patchLength = 0;
        for (int index = 0; index < low.Length; index++)
        {
            low[index] = values[index] & mask;
            if (low[index] != values[index])
            {
                patches[patchLength++] = (byte)index;
                patches[patchLength++] = (byte)(values[index] >> bits);
            }
        }

        int exceptions = patchLength / BytesPerException;
        if (maxBits <= MaxHighBits && low.IndexOfAnyExcept(low[0]) < 0)
        {
            for (int index = 1; index < patchLength; index += BytesPerException)
            {
                patches[index] = (byte)(patches[index] << bits); // With 0 bits readers do not shift.
            }

            output.WriteByte((byte)(exceptions << ExceptionsShift));
            output.WriteVInt64(low[0]);
        }
        else
        {
            output.WriteByte((byte)((exceptions << ExceptionsShift) | bits));
            WritePacked(low, bits, output);
        }

        output.WriteBytes(patches[..patchLength]);
    }

    private static void WritePacked(ReadOnlySpan<int> values, int bits, IndexOutput output)
    {
        Span<byte> packed = stackalloc byte[ForLayout.ByteCount(ForLayout.MaxBits)];
        packed = packed[..ForLayout.ByteCount(bits)];
        BlockPacker.Pack(values, bits, packed);
        output.WriteBytes(packed);
    }
}
