using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Tests.Store;

/// <summary>The bytes of an open file of a <see cref="FaultyDirectory"/>; says when it is closed, and refuses to be read after that.</summary>
internal sealed class FaultyByteSource(ReadOnlyMemory<byte> bytes, Action onRelease) : ByteSource
{
    private bool _released;

    public override long Length => bytes.Length;

    public override ReadOnlySpan<byte> View(long offset, int count) =>
        _released ? throw new InvalidOperationException("a closed file is read") : bytes.Span.Slice((int)offset, count);

    public override void Release()
    {
        if (_released)
        {
            throw new InvalidOperationException("a file is closed twice");
        }

        _released = true;
        onRelease();
    }
}
