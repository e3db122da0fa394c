namespace SearchIndex.Engine.Analysis.SmartCn;

/// <summary>The cost of putting one word behind another: the negative logarithm of a smoothed probability (spec 7).</summary>
internal static class PairWeight
{
    private const double UnigramShare = 0.1;
    private const double PairShare = 0.9;
    private const double Tiny = 1.0 / PackedLexicon.MaxFrequency;

    // Where Java's logarithm differs in the last bit from that of the C runtime, of all inputs that the dictionary has (spec 7).
    private static readonly Dictionary<(int Frequency, int PairFrequency), long> JavaBits = new()
    {
        [(7288, 23)] = 0x4017019D6BEDD6A8,
        [(2159997, 310)] = 0x4002690A8A5ADBA3,
        [(8, 7)] = 0x3FD6D3C017B7BAA1,
        [(1022, 11)] = 0x4012883A7A2A42B5,
        [(169, 56)] = 0x3FF373D57DC09458,
        [(1431, 7)] = 0x4015A518F4A47952,
        [(3797, 18)] = 0x4015AABB0871BA32,
        [(40, 39)] = 0x3FC3E31F14866EB8,
        [(18208, 40)] = 0x40177BC08326F66F,
    };

    /// <summary>Returns the cost for the frequency of the first word and that of the pair. Smaller is likelier.</summary>
    internal static double Compute(int frequency, int pairFrequency)
    {
        if (JavaBits.TryGetValue((frequency, pairFrequency), out long bits))
        {
            return BitConverter.Int64BitsToDouble(bits);
        }

        // The order of the operations is that of the original: ties between segmentations hang on the last bit.
        double unigramPart = UnigramShare * (1.0 + frequency) / PackedLexicon.MaxFrequency;
        double pairPart = ((1.0 - Tiny) * pairFrequency / (1.0 + frequency)) + Tiny;
        return -Math.Log(unigramPart + (PairShare * pairPart));
    }
}
