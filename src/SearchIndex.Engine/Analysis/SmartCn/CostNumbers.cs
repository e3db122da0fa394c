using System.Runtime.CompilerServices;

namespace SearchIndex.Engine.Analysis.SmartCn;

/// <summary>
/// Numbers the different costs of pairs: pairs of equal frequencies share one. A hash table with open addressing that lives only while the
/// <see cref="PairTable"/> is made.
/// </summary>
internal sealed class CostNumbers
{
    private const int SlotCountBits = 18;
    private const int SlotMask = (1 << SlotCountBits) - 1;
    private const int MaxCount = SlotMask / 2;
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    // A key is the frequency of the pair and that of its first word. Neither is 0 for a pair that was seen, so 0 marks a free slot.
    private readonly ulong[] _keys = new ulong[1 << SlotCountBits];
    private readonly int[] _numbers = new int[1 << SlotCountBits];

    // Number 0 is left out, so that no slot of the pair table that is in use is 0.
    private double[] _costs = [double.NaN];
    private int _count = 1;

    /// <summary>Returns the number of the cost of a pair.</summary>
    /// <param name="frequency">The frequency of the first word.</param>
    /// <param name="pairFrequency">The frequency of the pair.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Find(int frequency, int pairFrequency)
    {
        ulong key = ((ulong)(uint)pairFrequency << 32) | (uint)frequency;
        int at = (int)((key * Multiplier) >> (64 - SlotCountBits));
        while (_keys[at] != 0)
        {
            if (_keys[at] == key)
            {
                return _numbers[at];
            }

            at = (at + 1) & SlotMask;
        }

        _keys[at] = key;
        _numbers[at] = Add(PairWeight.Compute(frequency, pairFrequency));
        return _numbers[at];
    }

    /// <summary>Returns the costs by number.</summary>
    public double[] Costs() => _costs.AsSpan(0, _count).ToArray();

    private int Add(double cost)
    {
        if (_count == MaxCount)
        {
            throw new InvalidDataException($"more than {MaxCount} costs of pairs");
        }

        if (_count == _costs.Length)
        {
            Array.Resize(ref _costs, 2 * _count);
        }

        _costs[_count] = cost;
        return _count++;
    }
}
