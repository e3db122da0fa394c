namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// Takes bits out of bytes, low bits first, as deflate packs them. Behind the end it gives zeros and says so in
/// <see cref="IsBeyondEnd"/>.
/// </summary>
internal ref struct BitReader(ReadOnlySpan<byte> source)
{
    /// <summary>The most bits that <see cref="Peek"/> and <see cref="Take"/> give.</summary>
    public const int MaxBits = 16;

    private readonly ReadOnlySpan<byte> _source = source;
    private int _next;
    private uint _bits;
    private int _count;

    /// <summary>Gets whether more bits were taken than there are.</summary>
    public bool IsBeyondEnd { get; private set; }

    /// <summary>Returns the next <see cref="MaxBits"/> bits without taking them.</summary>
    public int Peek()
    {
        while (_count < MaxBits && _next < _source.Length)
        {
            _bits |= (uint)_source[_next++] << _count;
            _count += 8;
        }

        return (int)(_bits & 0xFFFF);
    }

    /// <summary>Takes bits that were peeked at.</summary>
    public void Drop(int count)
    {
        IsBeyondEnd |= count > _count;
        _bits >>= count;
        _count = Math.Max(0, _count - count);
    }

    /// <summary>Takes up to <see cref="MaxBits"/> bits.</summary>
    public int Take(int count)
    {
        int bits = Peek() & ((1 << count) - 1);
        Drop(count);
        return bits;
    }

    /// <summary>Drops the bits that are left of the current byte.</summary>
    public void AlignToByte() => Drop(_count & 7);
}
