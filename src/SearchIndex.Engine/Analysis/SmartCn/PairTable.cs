using System.Runtime.CompilerServices;

namespace SearchIndex.Engine.Analysis.SmartCn;

/// <summary>
/// The cost of every pair of neighbours. Most pairs asked for are unknown; a bit map that fits the second-level cache says so
/// for nearly all of them, the rest are found in a hash table with open addressing. All logarithms are taken beforehand.
/// </summary>
internal sealed class PairTable
{
    // Ids have 17 bits, a key two of them, and a slot the key and the number of its cost: 17 + 17 + 16 = 50 bits.
    private const int IdBits = 17;
    private const int CostBits = 16;
    private const int SlotCountBits = 19;
    private const int FilterBits = 22;
    private const int SlotMask = (1 << SlotCountBits) - 1;

    private const int BatchSize = 256;

    // 2^64 divided by the golden ratio, after Knuth: the top bits of the product depend on all bits of the key.
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    private readonly ulong[] _filter = new ulong[1 << (FilterBits - 6)];
    private readonly ulong[] _slots = new ulong[1 << SlotCountBits];
    private readonly double[] _costs;
    private readonly double[] _unknownCosts;

    /// <summary>Creates the table.</summary>
    /// <param name="lexicon">The pairs.</param>
    /// <param name="extraFrequencies">The frequencies of further ids, behind those of the lexicon, that have no pairs.</param>
    internal PairTable(PackedLexicon lexicon, params ReadOnlySpan<int> extraFrequencies)
    {
        if (lexicon.EntryCount + extraFrequencies.Length > 1 << IdBits || lexicon.Seconds.Length >= SlotMask)
        {
            throw new InvalidDataException($"{lexicon.EntryCount} entries and {lexicon.Seconds.Length} pairs are too many for the table");
        }

        _unknownCosts = CostsOfUnknown(lexicon.Frequencies, extraFrequencies);
        _costs = AddPairs(lexicon);
    }

    /// <summary>Returns the key of <paramref name="second"/> right behind <paramref name="first"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong KeyOf(int first, int second) => ((ulong)(uint)first << IdBits) | (uint)second;

    /// <summary>
    /// Finds the costs of pairs: (1) all of them are asked about in the bit map, without a branch, since whether a pair is known cannot
    /// be foreseen; (2) those that may be known are looked up.
    /// </summary>
    /// <param name="keys">The pairs, as <see cref="KeyOf"/> gives them.</param>
    /// <param name="costs">Receives the costs; has as much room.</param>
    internal void Costs(ReadOnlySpan<ulong> keys, Span<double> costs)
    {
        Span<int> known = stackalloc int[BatchSize];
        for (int start = 0; start < keys.Length; start += BatchSize)
        {
            int length = Math.Min(BatchSize, keys.Length - start);
            CostsOfBatch(keys.Slice(start, length), costs.Slice(start, length), known);
        }
    }

    private void CostsOfBatch(ReadOnlySpan<ulong> keys, Span<double> costs, Span<int> known)
    {
        ulong[] filter = _filter;
        double[] unknownCosts = _unknownCosts;
        int knownCount = 0;
        for (int index = 0; index < keys.Length; index++)
        {
            ulong key = keys[index];
            int filterIndex = (int)((key * Multiplier) >> (64 - FilterBits));
            costs[index] = unknownCosts[(int)(key >> IdBits)];
            known[knownCount] = index;
            knownCount += (int)(filter[filterIndex >> 6] >> filterIndex) & 1;
        }

        foreach (int index in known[..knownCount])
        {
            ulong key = keys[index];
            ulong[] slots = _slots;
            for (int at = (int)((key * Multiplier) >> (64 - SlotCountBits)); slots[at] != 0; at = (at + 1) & SlotMask)
            {
                if (slots[at] >> CostBits == key)
                {
                    costs[index] = _costs[(ushort)slots[at]];
                    break;
                }
            }
        }
    }

    // This and the next two are compiled at once: they run once, before the first answer.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double[] CostsOfUnknown(ReadOnlySpan<int> frequencies, ReadOnlySpan<int> extraFrequencies)
    {
        double[] costs = new double[frequencies.Length + extraFrequencies.Length];
        for (int id = 0; id < costs.Length; id++)
        {
            costs[id] = PairWeight.Compute(id < frequencies.Length ? frequencies[id] : extraFrequencies[id - frequencies.Length], 0);
        }

        return costs;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double[] AddPairs(PackedLexicon lexicon)
    {
        var numbers = new CostNumbers();
        ReadOnlySpan<int> rowStarts = lexicon.RowStarts;
        ReadOnlySpan<int> seconds = lexicon.Seconds;
        ReadOnlySpan<int> pairFrequencies = lexicon.PairFrequencies;
        for (int first = 0; first < lexicon.EntryCount; first++)
        {
            int frequency = lexicon.Frequencies[first];
            for (int pair = rowStarts[first]; pair < rowStarts[first + 1]; pair++)
            {
                Add(first, seconds[pair], numbers.Find(frequency, pairFrequencies[pair]));
            }
        }

        double[] costs = numbers.Costs();
        return costs.Length <= 1 << CostBits
            ? costs
            : throw new InvalidDataException($"{costs.Length} costs are too many for the table");
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(int first, int second, int costNumber)
    {
        ulong key = KeyOf(first, second);
        ulong hash = key * Multiplier;
        int filterIndex = (int)(hash >> (64 - FilterBits));
        _filter[filterIndex >> 6] |= 1UL << filterIndex;
        int at = (int)(hash >> (64 - SlotCountBits));
        while (_slots[at] != 0)
        {
            at = (at + 1) & SlotMask;
        }

        _slots[at] = (key << CostBits) | (uint)costNumber;
    }
}
