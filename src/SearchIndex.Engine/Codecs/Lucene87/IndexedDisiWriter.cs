using System.Numerics;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// Writes a set of documents in blocks of 65536 (spec 7.2).
/// <code>
/// set    := block* sentinel jump*
/// block  := number:short cardinality-1:short body
/// body   := document:short*                    up to 4095 documents ("sparse")
///         | nothing                            all 65536
///         | rank:short[128] word:long[1024]    else ("dense")
/// jump   := index:int offset:int               one for each block number up to the last and one for the sentinel; none if only 2
/// </code>
/// Example: 1 and 5 are <c>00 00 00 01 00 01 00 05 7f ff 00 00 ff ff</c>.
/// </summary>
internal static class IndexedDisiWriter
{
    private const int WordsPerBlock = IndexedDisi.BlockSize / 64;
    private const int WordsPerRank = 1 << (IndexedDisi.DefaultRankPower - 6);
    private const int FewestJumps = 3;

    /// <summary>Writes the members of <paramref name="docs"/>, of which there are some, and returns how to find them again.</summary>
    public static DocsWithFieldEntry Write(IndexOutput output, FixedBitSet docs)
    {
        long start = output.Position;
        var jumps = new List<(int Index, int Offset)>();
        ReadOnlySpan<ulong> words = docs.Words;
        int index = 0;
        for (int block = 0; block * WordsPerBlock < words.Length; block++)
        {
            ReadOnlySpan<ulong> wordsOfBlock = words[(block * WordsPerBlock)..];
            wordsOfBlock = wordsOfBlock[..Math.Min(WordsPerBlock, wordsOfBlock.Length)];
            int cardinality = Count(wordsOfBlock);
            if (cardinality == 0)
            {
                continue;
            }

            AddJumps(jumps, block, index, (int)(output.Position - start));
            WriteBlock(output, block, wordsOfBlock, cardinality);
            index += cardinality;
        }

        AddJumps(jumps, jumps.Count, index, (int)(output.Position - start));
        output.WriteInt16(IndexedDisi.SentinelBlock);
        output.WriteInt16(0);
        output.WriteInt16(-1);
        int jumpCount = WriteJumps(output, jumps);
        return new DocsWithFieldEntry(start, output.Position - start, (short)jumpCount, IndexedDisi.DefaultRankPower);
    }

    // Numbers of blocks that are not there lead to the next block that is.
    private static void AddJumps(List<(int Index, int Offset)> jumps, int lastBlock, int index, int offset)
    {
        while (jumps.Count <= lastBlock)
        {
            jumps.Add((index, offset));
        }
    }

    private static int WriteJumps(IndexOutput output, List<(int Index, int Offset)> jumps)
    {
        if (jumps.Count < FewestJumps)
        {
            return 0;
        }

        foreach ((int index, int offset) in jumps)
        {
            output.WriteInt32(index);
            output.WriteInt32(offset);
        }

        return jumps.Count;
    }

    private static void WriteBlock(IndexOutput output, int block, ReadOnlySpan<ulong> words, int cardinality)
    {
        output.WriteInt16((short)block);
        output.WriteInt16((short)(cardinality - 1));
        if (cardinality <= IndexedDisi.MaxSparse)
        {
            WriteSparse(output, words);
        }
        else if (cardinality < IndexedDisi.BlockSize)
        {
            WriteDense(output, words);
        }
    }

    private static void WriteSparse(IndexOutput output, ReadOnlySpan<ulong> words)
    {
        for (int wordIndex = 0; wordIndex < words.Length; wordIndex++)
        {
            for (ulong rest = words[wordIndex]; rest != 0; rest &= rest - 1)
            {
                output.WriteInt16((short)((wordIndex << 6) + BitOperations.TrailingZeroCount(rest)));
            }
        }
    }

    private static void WriteDense(IndexOutput output, ReadOnlySpan<ulong> words)
    {
        int rank = 0;
        for (int wordIndex = 0; wordIndex < WordsPerBlock; wordIndex++)
        {
            if (wordIndex % WordsPerRank == 0)
            {
                output.WriteInt16((short)rank);
            }

            rank += wordIndex < words.Length ? BitOperations.PopCount(words[wordIndex]) : 0;
        }

        for (int wordIndex = 0; wordIndex < WordsPerBlock; wordIndex++)
        {
            output.WriteInt64(wordIndex < words.Length ? (long)words[wordIndex] : 0);
        }
    }

    private static int Count(ReadOnlySpan<ulong> words)
    {
        int count = 0;
        foreach (ulong word in words)
        {
            count += BitOperations.PopCount(word);
        }

        return count;
    }
}
