namespace SearchIndex.Engine.Codecs;

/// <summary>Points of one field on their way to a segment: values of a fixed number of bytes with their documents. For one thread.</summary>
public sealed class PointBuffer
{
    private const int InitialCapacity = 16;

    private byte[] _values;
    private int[] _docs = new int[InitialCapacity];
    private int[]? _order;

    /// <summary>Creates an empty buffer.</summary>
    /// <param name="bytesPerPoint">The bytes of each value, 1 or more.</param>
    public PointBuffer(int bytesPerPoint)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bytesPerPoint, 1);
        BytesPerPoint = bytesPerPoint;
        _values = new byte[InitialCapacity * bytesPerPoint];
    }

    /// <summary>Gets the bytes of a value.</summary>
    public int BytesPerPoint { get; }

    /// <summary>Gets the number of points.</summary>
    public int Count { get; private set; }

    /// <summary>Gets the memory that the points take.</summary>
    public long MemoryBytes => _values.Length + ((long)sizeof(int) * _docs.Length);

    /// <summary>Adds a point.</summary>
    public void Add(int docId, ReadOnlySpan<byte> value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(docId);
        ArgumentOutOfRangeException.ThrowIfNotEqual(value.Length, BytesPerPoint);
        if (Count == _docs.Length)
        {
            int capacity = checked(2 * Count);
            Array.Resize(ref _docs, capacity);
            Array.Resize(ref _values, checked(capacity * BytesPerPoint));
        }

        value.CopyTo(_values.AsSpan(Count * BytesPerPoint));
        _docs[Count++] = docId;
        _order = null;
    }

    /// <summary>Forgets the points of a document, which was the last to be added.</summary>
    public void Abandon(int docId)
    {
        while (Count > 0 && _docs[Count - 1] == docId)
        {
            Count--;
        }

        _order = null;
    }

    /// <summary>Puts the points in ascending order of value, then of document.</summary>
    public void Sort()
    {
        _order = new int[Count];
        for (int index = 0; index < Count; index++)
        {
            _order[index] = index;
        }

        _order.AsSpan().Sort(ByValueThenDocument);
    }

    /// <summary>Returns the document of the point at a place, in the order of <see cref="Sort"/> or, before it, of addition.</summary>
    public int DocOf(int index) => _docs[At(index)];

    /// <summary>Returns the value of the point at a place, in the order of <see cref="Sort"/> or, before it, of addition.</summary>
    public ReadOnlySpan<byte> ValueOf(int index) => _values.AsSpan(At(index) * BytesPerPoint, BytesPerPoint);

    private int At(int index) => _order is null ? index : _order[index];

    private int ByValueThenDocument(int first, int second)
    {
        int order = _values.AsSpan(first * BytesPerPoint, BytesPerPoint)
            .SequenceCompareTo(_values.AsSpan(second * BytesPerPoint, BytesPerPoint));
        return order != 0 ? order : _docs[first].CompareTo(_docs[second]);
    }
}
