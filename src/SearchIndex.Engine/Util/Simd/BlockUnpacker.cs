using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SearchIndex.Engine.Util.Simd;

/// <summary>
/// Unpacks 128 numbers of 1 to 31 bits (spec 5.2), in three steps: (1) whole numbers are shifted and masked out of all lanes of the
/// packed words at once, (2) the left-over bits are joined, again in all lanes at once, (3) the lanes are told apart.
/// A vector holds four words. Steps 1 and 3 read and write in fours; step 1 may run over its part by up to three words, which lands in
/// padding, or in a part that is written later. Step 2 is the same for both bodies: it has few words, and these are lanes already.
/// </summary>
internal static class BlockUnpacker
{
    private const int WordsPerVector = 4;
    private const int MaxWide = 64;
    private const int MaxPacked = 2 * ForLayout.MaxBits;

    /// <summary>Unpacks a block.</summary>
    /// <param name="packed">At least <see cref="ForLayout.ByteCount"/> bytes.</param>
    /// <param name="bits">The bits of each number, 1 to 31.</param>
    /// <param name="values">Receives 128 numbers.</param>
    public static void Unpack(ReadOnlySpan<byte> packed, int bits, Span<int> values) =>
        Unpack<HardwareVectors>(packed, bits, values);

    /// <summary>Unpacks a block with the body that <typeparamref name="TVectors"/> asks for.</summary>
    public static void Unpack<TVectors>(ReadOnlySpan<byte> packed, int bits, Span<int> values)
        where TVectors : struct, IVectorProbe
    {
        packed = packed[..ForLayout.ByteCount(bits)];
        values = values[..ForLayout.BlockSize];
        if (TVectors.HasVector256)
        {
            UnpackVectors(packed, bits, values);
        }
        else
        {
            UnpackScalar(packed, bits, values);
        }
    }

    private static void UnpackScalar(ReadOnlySpan<byte> packed, int bits, Span<int> values)
    {
        var layout = new ForLayout(bits);
        Span<ulong> words = stackalloc ulong[layout.PackedCount];
        for (int index = 0; index < words.Length; index++)
        {
            words[index] = BinaryPrimitives.ReadUInt64LittleEndian(packed[(index * sizeof(ulong))..]);
        }

        Span<ulong> wide = stackalloc ulong[layout.WideCount];
        ulong mask = layout.LaneMask(bits);
        for (int slot = 0; slot < layout.WholePerWord; slot++)
        {
            int shift = layout.LaneBits - (bits * (slot + 1));
            Span<ulong> part = wide.Slice(slot * words.Length, words.Length);
            for (int index = 0; index < words.Length; index++)
            {
                part[index] = (words[index] >> shift) & mask;
            }
        }

        UnpackLeftOver(in layout, words, wide[(layout.WholePerWord * words.Length)..]);
        NarrowScalar(wide, layout.LaneBits, values);
    }

    private static void UnpackLeftOver(in ForLayout layout, ReadOnlySpan<ulong> words, Span<ulong> wide)
    {
        int wordIndex = 0;
        int room = layout.LeftOverBits;
        for (int index = 0; index < wide.Length; index++)
        {
            ulong word = 0;
            int rest = layout.Bits;
            while (rest > 0)
            {
                int taken = Math.Min(rest, room);
                rest -= taken;
                room -= taken;
                word |= ((words[wordIndex] >> room) & layout.LaneMask(taken)) << rest;
                if (room == 0)
                {
                    wordIndex++;
                    room = layout.LeftOverBits;
                }
            }

            wide[index] = word;
        }
    }

    private static void NarrowScalar(ReadOnlySpan<ulong> wide, int laneBits, Span<int> values)
    {
        ulong mask = (1UL << laneBits) - 1;
        for (int shift = 64 - laneBits; shift >= 0; shift -= laneBits)
        {
            for (int index = 0; index < wide.Length; index++)
            {
                values[index] = (int)((wide[index] >> shift) & mask);
            }

            values = values[wide.Length..];
        }
    }

    [SkipLocalsInit]
    private static void UnpackVectors(ReadOnlySpan<byte> packed, int bits, Span<int> values)
    {
        var layout = new ForLayout(bits);
        int count = layout.PackedCount;
        Span<ulong> words = stackalloc ulong[MaxPacked + WordsPerVector];
        packed.CopyTo(MemoryMarshal.AsBytes(words));

        // The last part ends at wide word 63 at most when it has left-over words or fills the lanes; three more words are padding.
        Span<ulong> wide = stackalloc ulong[MaxWide + WordsPerVector];
        ref ulong from = ref MemoryMarshal.GetReference(words);
        ref ulong to = ref MemoryMarshal.GetReference(wide);
        Vector256<ulong> mask = Vector256.Create(layout.LaneMask(bits));
        for (int slot = 0; slot < layout.WholePerWord; slot++)
        {
            int shift = layout.LaneBits - (bits * (slot + 1));
            for (int index = 0; index < count; index += WordsPerVector)
            {
                Vector256<ulong> part = (Vector256.LoadUnsafe(ref from, (nuint)index) >>> shift) & mask;
                part.StoreUnsafe(ref to, (nuint)((slot * count) + index));
            }
        }

        int whole = layout.WholePerWord * count;
        UnpackLeftOver(in layout, words, wide[whole..layout.WideCount]);
        NarrowVectors(ref to, layout.WideCount, layout.LaneBits, ref MemoryMarshal.GetReference(values));
    }

    /// <summary>Takes eight wide words at a time, of which there are 16, 32 or 64, and one lane of each.</summary>
    private static void NarrowVectors(ref ulong wide, int wideCount, int laneBits, ref int values)
    {
        Vector256<ulong> mask = Vector256.Create((1UL << laneBits) - 1);
        nuint target = 0;
        for (int shift = 64 - laneBits; shift >= 0; shift -= laneBits)
        {
            for (int index = 0; index < wideCount; index += 2 * WordsPerVector)
            {
                Vector256<ulong> lower = (Vector256.LoadUnsafe(ref wide, (nuint)index) >>> shift) & mask;
                Vector256<ulong> upper = (Vector256.LoadUnsafe(ref wide, (nuint)(index + WordsPerVector)) >>> shift) & mask;
                Vector256.Narrow(lower, upper).AsInt32().StoreUnsafe(ref values, target);
                target += 2 * WordsPerVector;
            }
        }
    }
}
