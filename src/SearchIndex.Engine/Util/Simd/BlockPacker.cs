using System.Buffers.Binary;

namespace SearchIndex.Engine.Util.Simd;

/// <summary>Packs 128 numbers of 1 to 31 bits (spec 5.2). Works on whole words, so that all lanes are packed at once.</summary>
internal static class BlockPacker
{
    /// <summary>Packs a block.</summary>
    /// <param name="values">The 128 numbers; none may need more than <paramref name="bits"/> bits.</param>
    /// <param name="bits">The bits of each, 1 to 31.</param>
    /// <param name="packed">Receives <see cref="ForLayout.ByteCount"/> bytes.</param>
    public static void Pack(ReadOnlySpan<int> values, int bits, Span<byte> packed)
    {
        var layout = new ForLayout(bits);
        Span<ulong> wide = stackalloc ulong[layout.WideCount];
        Widen(values, layout.LaneBits, wide);

        Span<ulong> words = stackalloc ulong[layout.PackedCount];
        words.Clear();
        for (int slot = 0; slot < layout.WholePerWord; slot++)
        {
            int shift = layout.LaneBits - (bits * (slot + 1));
            ReadOnlySpan<ulong> part = wide.Slice(slot * layout.PackedCount, layout.PackedCount);
            for (int index = 0; index < part.Length; index++)
            {
                words[index] |= part[index] << shift;
            }
        }

        PackLeftOver(in layout, wide[(layout.WholePerWord * layout.PackedCount)..], words);
        for (int index = 0; index < words.Length; index++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(packed[(index * sizeof(ulong))..], words[index]);
        }
    }

    private static void Widen(ReadOnlySpan<int> values, int laneBits, Span<ulong> wide)
    {
        int count = wide.Length;
        for (int index = 0; index < count; index++)
        {
            ulong word = 0;
            for (int from = index; from < ForLayout.BlockSize; from += count)
            {
                word = (word << laneBits) | (uint)values[from];
            }

            wide[index] = word;
        }
    }

    /// <summary>Spreads each left-over number, top bits first, over the low bits of as many packed words as it needs.</summary>
    private static void PackLeftOver(in ForLayout layout, ReadOnlySpan<ulong> wide, Span<ulong> words)
    {
        int wordIndex = 0;
        int room = layout.LeftOverBits;
        foreach (ulong word in wide)
        {
            int rest = layout.Bits;
            while (rest > 0)
            {
                int taken = Math.Min(rest, room);
                rest -= taken;
                room -= taken;
                words[wordIndex] |= ((word >> rest) & layout.LaneMask(taken)) << room;
                if (room == 0)
                {
                    wordIndex++;
                    room = layout.LeftOverBits;
                }
            }
        }
    }
}
