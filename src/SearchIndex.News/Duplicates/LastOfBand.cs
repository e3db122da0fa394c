using System.Numerics;
using System.Runtime.CompilerServices;

namespace SearchIndex.News.Duplicates;

/// <summary>Remembers which article was the last to have a key: a hash table with open addressing, used again for each band.</summary>
internal sealed class LastOfBand
{
    // 2^32 divided by the golden ratio, after Knuth: the top bits of the product depend on all bits of the key.
    private const uint Multiplier = 0x9E3779B1;
    private const int MinSlots = 16;

    private readonly uint[] _keys;
    private readonly int[] _articles; // The number of the article plus 1; 0 is a free slot.
    private readonly int _shift;

    /// <summary>Makes room for a number of articles.</summary>
    public LastOfBand(int articles)
    {
        int slots = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(MinSlots, articles * 2L));
        _keys = new uint[slots];
        _articles = new int[slots];
        _shift = 32 - BitOperations.Log2((uint)slots);
    }

    /// <summary>Forgets all keys.</summary>
    public void Clear() => Array.Clear(_articles);

    /// <summary>Makes an article the last with a key.</summary>
    /// <returns>The one before it; the given one when there was none.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Exchange(uint key, int article)
    {
        int slot = (int)((key * Multiplier) >> _shift);
        while (_articles[slot] != 0)
        {
            if (_keys[slot] == key)
            {
                int before = _articles[slot] - 1;
                _articles[slot] = article + 1;
                return before;
            }

            slot = (slot + 1) & (_keys.Length - 1);
        }

        _keys[slot] = key;
        _articles[slot] = article + 1;
        return article;
    }
}
