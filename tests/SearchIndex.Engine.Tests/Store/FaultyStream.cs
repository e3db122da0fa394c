namespace SearchIndex.Engine.Tests.Store;

/// <summary>Writes a file of a <see cref="FaultyDirectory"/>.</summary>
internal sealed class FaultyStream(FaultyDirectory directory, string name, FaultyFile file) : Stream
{
    private bool _closed;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => file.Length;

    public override long Position
    {
        get => file.Length;
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => directory.Write(name, file, buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer) => directory.Write(name, file, buffer);

    public override void Flush()
    {
        // Nothing is buffered here.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (!_closed)
        {
            _closed = true;
            directory.CloseHandle();
        }

        base.Dispose(disposing);
    }
}
