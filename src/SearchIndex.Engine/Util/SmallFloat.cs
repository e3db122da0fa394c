using System.Numerics;

namespace SearchIndex.Engine.Util;

/// <summary>
/// Packs a field length into the one byte that norms keep, with four significant bits: lengths 0 to 40 are exact,
/// longer ones are rounded down (spec 7.1).
/// </summary>
public static class SmallFloat
{
    // 255 less the code of the largest int: so many small lengths can be kept as they are.
    private const int ExactValues = 24;

    private static readonly int[] Lengths = BuildLengths();

    /// <summary>Encodes a length of 0 or more as a byte 0 to 255 that grows with it.</summary>
    public static byte IntToByte4(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        return (byte)(length < ExactValues ? length : ExactValues + EncodeFourBits(length - ExactValues));
    }

    /// <summary>Decodes a byte made by <see cref="IntToByte4"/> to the smallest length that gives it.</summary>
    public static int Byte4ToInt(byte code) => Lengths[code];

    private static int EncodeFourBits(int value)
    {
        int significantBits = 32 - BitOperations.LeadingZeroCount((uint)value);
        if (significantBits < 4)
        {
            return value;
        }

        int shift = significantBits - 4;
        return ((value >>> shift) & 0x07) | ((shift + 1) << 3);
    }

    private static long DecodeFourBits(int code)
    {
        int mantissa = code & 0x07;
        int shift = (code >>> 3) - 1;
        return shift < 0 ? mantissa : (long)(mantissa | 0x08) << shift;
    }

    private static int[] BuildLengths()
    {
        var lengths = new int[256];
        for (int code = 0; code < lengths.Length; code++)
        {
            lengths[code] = code < ExactValues ? code : (int)(ExactValues + DecodeFourBits(code - ExactValues));
        }

        return lengths;
    }
}
