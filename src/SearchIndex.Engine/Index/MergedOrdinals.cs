using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Index;

/// <summary>Gives the values that several segments use numbers in the order of first sight, and at the end ordinals in byte order.</summary>
internal sealed class MergedOrdinals
{
    private const int Unknown = -1;

    private readonly Dictionary<byte[], int> _firstSeen = new(ByteEquality.Instance);
    private int[] _known = [];

    /// <summary>Turns to the next segment.</summary>
    public void StartSource(long valueCount)
    {
        _known = new int[checked((int)valueCount)];
        Array.Fill(_known, Unknown);
    }

    /// <summary>Returns the number of a value of the current segment, or -1 when <see cref="Add"/> has not seen it.</summary>
    public int Find(long ord) => _known[ord];

    /// <summary>Numbers a value of the current segment, and returns the number.</summary>
    public int Add(long ord, ReadOnlySpan<byte> value)
    {
        byte[] key = value.ToArray();
        if (!_firstSeen.TryGetValue(key, out int number))
        {
            number = _firstSeen.Count;
            _firstSeen.Add(key, number);
        }

        _known[ord] = number;
        return number;
    }

    /// <summary>Puts the values in order; the array gives the ordinal of each number.</summary>
    public (byte[][] SortedValues, int[] OrdOfNumber) Sort()
    {
        byte[][] sorted = [.. _firstSeen.Keys.Order(Utf8Order.Instance)];
        var ordOfNumber = new int[sorted.Length];
        for (int ord = 0; ord < sorted.Length; ord++)
        {
            ordOfNumber[_firstSeen[sorted[ord]]] = ord;
        }

        return (sorted, ordOfNumber);
    }
}
