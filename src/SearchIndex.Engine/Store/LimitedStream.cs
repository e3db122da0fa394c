namespace SearchIndex.Engine.Store;

/// <summary>Hands bytes on to an output as fast as a limiter lets them, until it is cancelled. For one thread.</summary>
internal sealed class LimitedStream(IndexOutput output, RateLimiter? limiter, CancellationToken cancellation) : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => output.Position;

    public override long Position
    {
        get => output.Position;
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        cancellation.ThrowIfCancellationRequested();
        limiter?.Pass(buffer.Length, cancellation);
        output.WriteBytes(buffer);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
        // The output writes what it has when it is closed.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        output.Dispose();
        base.Dispose(disposing);
    }
}
