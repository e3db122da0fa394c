namespace SearchIndex.Tools.SmartCn;

/// <summary>The pairs of <c>bigramdict.mem</c>, of which there are only hashes (spec 11.2 and 12), and these hashes.</summary>
internal sealed class PairHashes
{
    /// <summary>The state before the first unit.</summary>
    internal const ulong EmptyState = 0xCBF29CE484222325;

    private const ulong Prime = 0x100000001B3;
    private const int FilterBits = 24;

    private readonly Dictionary<ulong, int> _frequencies = [];

    // Nearly all pairs asked for are absent; a bit map says so quicker than the dictionary.
    private readonly ulong[] _filter = new ulong[1 << (FilterBits - 6)];

    private PairHashes()
    {
    }

    /// <summary>Gets the number of pairs.</summary>
    internal int Count => _frequencies.Count;

    /// <summary>Reads the hashes and frequencies.</summary>
    internal static PairHashes Read(byte[] bytes)
    {
        var stream = new JavaArrayStream(bytes);
        long[] hashes = stream.Read<long[]>();
        int[] frequencies = stream.Read<int[]>();
        var pairs = new PairHashes();
        for (int slot = 0; slot < hashes.Length; slot++)
        {
            if (hashes[slot] != 0)
            {
                ulong hash = (ulong)hashes[slot];
                pairs._frequencies.Add(hash, frequencies[slot]);
                pairs._filter[FilterIndex(hash) >> 6] |= 1UL << FilterIndex(hash);
            }
        }

        return pairs;
    }

    /// <summary>Returns the state behind another unit: FNV-1a over its two bytes, the low one first.</summary>
    internal static ulong Append(ulong state, char unit)
    {
        state = (state ^ (byte)unit) * Prime;
        return (state ^ (uint)(unit >> 8)) * Prime;
    }

    /// <summary>Finds the frequency of the pair with a hash; false when there is none.</summary>
    internal bool TryGetFrequency(ulong hash, out int frequency)
    {
        frequency = 0;
        bool mayBeKnown = (_filter[FilterIndex(hash) >> 6] & (1UL << FilterIndex(hash))) != 0;
        return mayBeKnown && _frequencies.TryGetValue(hash, out frequency);
    }

    private static int FilterIndex(ulong hash) => (int)(hash >> (64 - FilterBits));
}
