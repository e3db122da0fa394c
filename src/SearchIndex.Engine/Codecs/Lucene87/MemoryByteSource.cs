using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>A part of a buffer as a file, to read it with the cursor that files have.</summary>
internal sealed class MemoryByteSource(ReadOnlyMemory<byte> bytes) : ByteSource
{
    public override long Length => bytes.Length;

    public override ReadOnlySpan<byte> View(long offset, int count) => bytes.Span.Slice((int)offset, count);

    public override void Release()
    {
        // The buffer belongs to somebody else; nothing to give back.
    }
}
