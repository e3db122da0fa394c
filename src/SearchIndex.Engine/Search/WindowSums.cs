using System.Numerics;

namespace SearchIndex.Engine.Search;

/// <summary>The documents of a window that matched so far, and the sums of their scores in double precision (spec 13.2).</summary>
internal sealed class WindowSums
{
    /// <summary>The documents of a window: 4096 sums of 8 bytes fit the first-level cache.</summary>
    public const int Size = 1 << 12;

    private const int WordBits = 64;

    // The one that the last disjunction of this thread gave back: all its sums were taken, so it is as good as new.
    [ThreadStatic]
    private static WindowSums? _free;

    private readonly double[] _sums = new double[Size];
    private readonly ulong[] _matched = new ulong[Size / WordBits];

    /// <summary>Gets the documents that matched, a bit each.</summary>
    public Span<ulong> Matched => _matched;

    /// <summary>Returns empty sums; those of this thread when nobody has them, else new ones.</summary>
    public static WindowSums Rent()
    {
        WindowSums window = _free ?? new WindowSums();
        _free = null;
        return window;
    }

    /// <summary>Gives back sums that were all taken.</summary>
    public static void Return(WindowSums window) => _free = window;

    /// <summary>Adds documents and their scores.</summary>
    /// <param name="windowStart">The first document of the window.</param>
    /// <param name="docs">The documents.</param>
    /// <param name="scores">The scores; empty when they are not wanted.</param>
    public void Add(int windowStart, ReadOnlySpan<int> docs, ReadOnlySpan<float> scores)
    {
        ulong[] matched = _matched;
        foreach (int doc in docs)
        {
            int slot = doc - windowStart;
            matched[slot / WordBits] |= 1UL << slot;
        }

        double[] sums = _sums;
        for (int index = 0; index < scores.Length; index++)
        {
            sums[docs[index] - windowStart] += scores[index];
        }
    }

    /// <summary>Returns the sum of a document and forgets it.</summary>
    public double Take(int slot)
    {
        double sum = _sums[slot];
        _sums[slot] = 0;
        return sum;
    }

    /// <summary>Returns how many documents matched and forgets them; for windows without scores.</summary>
    public int TakeCount()
    {
        int count = 0;
        foreach (ulong word in _matched)
        {
            count += BitOperations.PopCount(word);
        }

        _matched.AsSpan().Clear();
        return count;
    }
}
