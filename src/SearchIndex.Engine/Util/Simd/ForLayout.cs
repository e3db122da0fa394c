namespace SearchIndex.Engine.Util.Simd;

/// <summary>
/// How 128 numbers of b bits lie in 2*b words of 64 bits (spec 5.2). A word is a row of lanes, lane 0 at the top; every lane is packed
/// alike. A "wide" word holds one number in each lane: wide word i has number i in lane 0, number n + i in lane 1 and so on, where n
/// is <see cref="WideCount"/>. The first k*2*b wide words lie whole in the packed words, the others in their left-over low bits.
/// </summary>
internal readonly struct ForLayout
{
    /// <summary>The numbers of a block.</summary>
    public const int BlockSize = 128;

    /// <summary>The most bits of a number.</summary>
    public const int MaxBits = 31;

    public ForLayout(int bits)
    {
        Bits = bits;
        LaneBits = bits <= 8 ? 8 : bits <= 16 ? 16 : 32;
        WideCount = BlockSize * LaneBits / 64;
        PackedCount = 2 * bits;
        WholePerWord = LaneBits / bits;
        LeftOverBits = LaneBits - (WholePerWord * bits);
    }

    public int Bits { get; }

    /// <summary>Gets the width of a lane: 8, 16 or 32.</summary>
    public int LaneBits { get; }

    /// <summary>Gets the number of wide words, which is the number of values in a lane.</summary>
    public int WideCount { get; }

    /// <summary>Gets the number of packed words.</summary>
    public int PackedCount { get; }

    /// <summary>Gets how many whole numbers a lane of one packed word holds.</summary>
    public int WholePerWord { get; }

    /// <summary>Gets the bits of a lane that no whole number fills.</summary>
    public int LeftOverBits { get; }

    /// <summary>Returns the bytes that a packed block takes.</summary>
    public static int ByteCount(int bits) => 2 * bits * sizeof(ulong);

    /// <summary>Returns a word whose every lane has the lowest <paramref name="bits"/> bits set.</summary>
    public ulong LaneMask(int bits)
    {
        ulong oneInEachLane = LaneBits switch
        {
            8 => 0x0101010101010101UL,
            16 => 0x0001000100010001UL,
            _ => 0x0000000100000001UL,
        };
        return oneInEachLane * ((1UL << bits) - 1);
    }
}
