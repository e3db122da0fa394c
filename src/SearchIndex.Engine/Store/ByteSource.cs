namespace SearchIndex.Engine.Store;

/// <summary>The bytes of one open file. Implementations are safe for several readers at once.</summary>
public abstract class ByteSource
{
    /// <summary>Gets the length of the file in bytes.</summary>
    public abstract long Length { get; }

    /// <summary>
    /// Returns a view of <paramref name="count"/> bytes from <paramref name="offset"/>. The caller has checked that they lie
    /// inside the file; the view is valid while the directory's input is open.
    /// </summary>
    public abstract ReadOnlySpan<byte> View(long offset, int count);

    /// <summary>Gives the file back. Views made before must not be used any more.</summary>
    public abstract void Release();
}
