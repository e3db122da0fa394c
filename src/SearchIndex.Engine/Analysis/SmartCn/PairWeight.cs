using System.Runtime.CompilerServices;

namespace SearchIndex.Engine.Analysis.SmartCn;

/// <summary>The cost of putting one word behind another: the negative logarithm of a smoothed probability (spec 7).</summary>
internal static class PairWeight
{
    private const double UnigramShare = 0.1;
    private const double PairShare = 0.9;
    private const double Tiny = 1.0 / PackedLexicon.MaxFrequency;

    // Where Java's logarithm differs in the last bit from that of the C runtime, of all inputs that the dictionary has (spec 7): the
    // frequencies of word and pair, and the bits. No word frequency stands here twice.
    private static ReadOnlySpan<int> JavaFrequencies => [7288, PackedLexicon.MaxFrequency, 8, 1022, 169, 1431, 3797, 40, 18208];

    private static ReadOnlySpan<int> JavaPairFrequencies => [23, 310, 7, 11, 56, 7, 18, 39, 40];

    private static ReadOnlySpan<long> JavaBits =>
    [
        0x4017019D6BEDD6A8, 0x4002690A8A5ADBA3, 0x3FD6D3C017B7BAA1, 0x4012883A7A2A42B5, 0x3FF373D57DC09458, 0x4015A518F4A47952,
        0x4015AABB0871BA32, 0x3FC3E31F14866EB8, 0x40177BC08326F66F,
    ];

    /// <summary>Returns the cost for the frequency of the first word and that of the pair. Smaller is likelier.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static double Compute(int frequency, int pairFrequency)
    {
        int known = JavaFrequencies.IndexOf(frequency);
        if (known >= 0 && JavaPairFrequencies[known] == pairFrequency)
        {
            return BitConverter.Int64BitsToDouble(JavaBits[known]);
        }

        // The order of the operations is that of the original: ties between segmentations hang on the last bit.
        double unigramPart = UnigramShare * (1.0 + frequency) / PackedLexicon.MaxFrequency;
        double pairPart = ((1.0 - Tiny) * pairFrequency / (1.0 + frequency)) + Tiny;
        return -Math.Log(unigramPart + (PairShare * pairPart));
    }
}
