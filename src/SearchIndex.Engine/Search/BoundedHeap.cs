namespace SearchIndex.Engine.Search;

/// <summary>Keeps the greatest of the values that are offered: a binary heap with the smallest of them on top.</summary>
/// <typeparam name="T">The kind of value.</typeparam>
internal sealed class BoundedHeap<T>
    where T : struct, IComparable<T>
{
    private const int InitialCapacity = 64;

    private readonly int _limit;
    private T[] _values;
    private int _count;

    /// <summary>Creates the heap.</summary>
    /// <param name="limit">How many values are kept, 0 or more.</param>
    public BoundedHeap(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        _limit = limit;
        _values = new T[Math.Min(limit, InitialCapacity)];
    }

    /// <summary>Gets whether there are as many values as are kept, one at least.</summary>
    public bool IsFull => _count > 0 && _count == _limit;

    /// <summary>Gets the smallest value that is kept; there must be one.</summary>
    public T Smallest => _values[0];

    /// <summary>Keeps a value when there is room, or when it is greater than the smallest kept, which then goes.</summary>
    /// <returns>Whether it is kept.</returns>
    public bool Offer(T value)
    {
        if (_count < _limit)
        {
            Add(value);
            return true;
        }

        if (_count > 0 && value.CompareTo(_values[0]) > 0)
        {
            ReplaceTop(value);
            return true;
        }

        return false;
    }

    /// <summary>Returns the values, the greatest first.</summary>
    public T[] Descending()
    {
        T[] sorted = _values.AsSpan(0, _count).ToArray();
        sorted.AsSpan().Sort((left, right) => right.CompareTo(left));
        return sorted;
    }

    private void Add(T value)
    {
        if (_count == _values.Length)
        {
            Array.Resize(ref _values, (int)Math.Min(_limit, _count * 2L));
        }

        int node = _count++;
        while (node > 0)
        {
            int parent = (node - 1) >> 1;
            if (_values[parent].CompareTo(value) <= 0)
            {
                break;
            }

            _values[node] = _values[parent];
            node = parent;
        }

        _values[node] = value;
    }

    private void ReplaceTop(T value)
    {
        T[] values = _values;
        int node = 0;
        for (int child = 1; child < _count; child = (2 * node) + 1)
        {
            if (child + 1 < _count && values[child + 1].CompareTo(values[child]) < 0)
            {
                child++;
            }

            if (values[child].CompareTo(value) >= 0)
            {
                break;
            }

            values[node] = values[child];
            node = child;
        }

        values[node] = value;
    }
}
