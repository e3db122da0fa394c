namespace SearchIndex.Engine.Store;

/// <summary>A file that lies in memory.</summary>
public sealed class ArrayByteSource : ByteSource
{
    private readonly byte[] _bytes;
    private readonly int _length;

    /// <summary>Creates a source over the first <paramref name="length"/> bytes.</summary>
    public ArrayByteSource(byte[] bytes, int length)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, bytes.Length);
        _bytes = bytes;
        _length = length;
    }

    /// <inheritdoc/>
    public override long Length => _length;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> View(long offset, int count) => _bytes.AsSpan((int)offset, count);

    /// <inheritdoc/>
    public override void Release()
    {
        // The array belongs to the directory; nothing to give back.
    }
}
