using System.Diagnostics;
using System.Numerics;

namespace SearchIndex.Engine.Util;

/// <summary>A set of document numbers below a fixed bound, one bit each. Not safe for writers beside readers.</summary>
public sealed class FixedBitSet
{
    private readonly ulong[] _words;

    /// <summary>Creates an empty set for the numbers 0 to <paramref name="length"/> - 1.</summary>
    public FixedBitSet(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        Length = length;
        _words = new ulong[WordCount(length)];
    }

    /// <summary>Gets the bound: members are below it.</summary>
    public int Length { get; }

    /// <summary>Gets the words of the set; bit <c>i &amp; 63</c> of word <c>i &gt;&gt; 6</c> stands for number i.</summary>
    public Span<ulong> Words => _words;

    /// <summary>Returns how many 64-bit words hold <paramref name="length"/> bits.</summary>
    public static int WordCount(int length) => (length + 63) >> 6;

    /// <summary>Tells whether <paramref name="index"/> is a member.</summary>
    public bool this[int index]
    {
        get
        {
            Debug.Assert((uint)index < (uint)Length, "index must be below the length of the set");
            return (_words[index >> 6] & (1UL << index)) != 0;
        }
    }

    /// <summary>Adds <paramref name="index"/>.</summary>
    public void Set(int index)
    {
        Debug.Assert((uint)index < (uint)Length, "index must be below the length of the set");
        _words[index >> 6] |= 1UL << index;
    }

    /// <summary>Removes <paramref name="index"/>.</summary>
    public void Clear(int index)
    {
        Debug.Assert((uint)index < (uint)Length, "index must be below the length of the set");
        _words[index >> 6] &= ~(1UL << index);
    }

    /// <summary>Adds every number below the length.</summary>
    public void SetAll()
    {
        _words.AsSpan().Fill(ulong.MaxValue);
        if ((Length & 63) != 0)
        {
            _words[^1] = (1UL << Length) - 1;
        }
    }

    /// <summary>Counts the members.</summary>
    public int Cardinality()
    {
        int count = 0;
        foreach (ulong word in _words)
        {
            count += BitOperations.PopCount(word);
        }

        return count;
    }

    /// <summary>Returns the smallest member at or above <paramref name="from"/>, or -1 when there is none.</summary>
    public int NextSetBit(int from)
    {
        if (from >= Length)
        {
            return -1;
        }

        int wordIndex = from >> 6;
        ulong word = _words[wordIndex] & (ulong.MaxValue << from);
        while (word == 0)
        {
            if (++wordIndex == _words.Length)
            {
                return -1;
            }

            word = _words[wordIndex];
        }

        return (wordIndex << 6) + BitOperations.TrailingZeroCount(word);
    }

    /// <summary>Returns a copy that changes on its own.</summary>
    public FixedBitSet Clone()
    {
        var copy = new FixedBitSet(Length);
        _words.CopyTo(copy._words.AsSpan());
        return copy;
    }
}
