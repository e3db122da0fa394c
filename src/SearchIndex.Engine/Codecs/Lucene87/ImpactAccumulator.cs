using System.Numerics;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// Gathers the competitive (frequency, norm) pairs of a range of documents (spec 5.6): for each norm byte the largest frequency.
/// In unsigned order a byte stands where its sign-extended norm stands, so the index of the table is the order.
/// </summary>
internal sealed class ImpactAccumulator
{
    private const int Norms = 256;
    private const int BitsPerWord = 64;

    private readonly int[] _maxFreq = new int[Norms];

    /// <summary>One bit for each norm that occurs, so that sparse tables are walked quickly.</summary>
    private readonly ulong[] _seen = new ulong[Norms / BitsPerWord];

    /// <summary>Adds a document.</summary>
    public void Add(int freq, byte norm)
    {
        if (freq > _maxFreq[norm])
        {
            _maxFreq[norm] = freq;
            _seen[norm / BitsPerWord] |= 1UL << norm;
        }
    }

    /// <summary>Writes the pairs, adds them to the range that contains this one, if any, and starts over.</summary>
    public void Drain(BytesBuilder output, ImpactAccumulator? parent)
    {
        int freq = 0;
        long norm = 0;
        for (int wordIndex = 0; wordIndex < _seen.Length; wordIndex++)
        {
            for (ulong word = _seen[wordIndex]; word != 0; word &= word - 1)
            {
                int place = (wordIndex * BitsPerWord) + BitOperations.TrailingZeroCount(word);
                int maxFreq = _maxFreq[place];
                _maxFreq[place] = 0;
                if (maxFreq <= freq)
                {
                    continue; // A shorter document has the term at least as often.
                }

                WritePair(output, maxFreq - freq - 1, (sbyte)place - norm - 1);
                freq = maxFreq;
                norm = (sbyte)place;
                parent?.Add(maxFreq, (byte)place);
            }

            _seen[wordIndex] = 0;
        }
    }

    /// <summary>Starts over.</summary>
    public void Clear()
    {
        _maxFreq.AsSpan().Clear();
        _seen.AsSpan().Clear();
    }

    private static void WritePair(BytesBuilder output, int freqDelta, long normDelta)
    {
        if (normDelta == 0)
        {
            output.WriteVInt32(freqDelta << 1);
        }
        else
        {
            output.WriteVInt32((freqDelta << 1) | 1);
            output.WriteZInt64(normDelta);
        }
    }
}
