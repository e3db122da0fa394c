using System.Numerics;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Util.Simd;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>The document deltas of a full block (spec 5.3): a byte with the bits of each, then the packed block; 0 for all ones.</summary>
internal static class ForDeltaBlock
{
    /// <summary>Up to this width 128 deltas and a start below 2^31 stay below 2^32, so that the last sum shows any overflow.</summary>
    private const int BitsWithoutHiddenOverflow = 24;

    /// <summary>Writes 128 deltas.</summary>
    public static void Write(ReadOnlySpan<int> deltas, IndexOutput output)
    {
        int union = 0;
        bool allOnes = true;
        foreach (int delta in deltas)
        {
            union |= delta;
            allOnes &= delta == 1;
        }

        if (allOnes)
        {
            output.WriteByte(0);
            return;
        }

        int bits = 32 - BitOperations.LeadingZeroCount((uint)union | 1);
        Span<byte> packed = stackalloc byte[ForLayout.ByteCount(ForLayout.MaxBits)];
        packed = packed[..ForLayout.ByteCount(bits)];
        BlockPacker.Pack(deltas, bits, packed);
        output.WriteByte((byte)bits);
        output.WriteBytes(packed);
    }

    /// <summary>Reads 128 documents.</summary>
    /// <param name="input">At the block; is left behind it.</param>
    /// <param name="previous">The document before the block, or 0.</param>
    /// <param name="maxDoc">The bound of documents.</param>
    /// <param name="docs">Receives the documents.</param>
    public static void Read(IndexInput input, int previous, int maxDoc, Span<int> docs)
    {
        docs = docs[..ForLayout.BlockSize];
        int bits = input.ReadByte();
        if (bits > ForLayout.MaxBits)
        {
            throw new CorruptIndexException($"deltas of {bits} bits, at most {ForLayout.MaxBits} expected", input.Name, input.Position);
        }

        if (bits == 0)
        {
            docs.Fill(1);
        }
        else
        {
            BlockUnpacker.Unpack(input.ReadSpan(ForLayout.ByteCount(bits)), bits, docs);
        }

        PrefixSum.Run(docs, previous);
        bool inRange = bits <= BitsWithoutHiddenOverflow
            ? (uint)docs[^1] < (uint)maxDoc
            : docs.IndexOfAnyExceptInRange(previous, maxDoc - 1) < 0;
        if (!inRange)
        {
            throw new CorruptIndexException($"a block has documents outside of the {maxDoc} of the segment", input.Name, input.Position);
        }
    }
}
