namespace SearchIndex.Engine.Util;

/// <summary>Compares byte arrays by content.</summary>
public sealed class ByteEquality : IEqualityComparer<byte[]>
{
    /// <summary>Gets the one instance.</summary>
    public static ByteEquality Instance { get; } = new();

    /// <inheritdoc/>
    public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

    /// <inheritdoc/>
    public int GetHashCode(byte[] obj)
    {
        var hash = default(HashCode);
        hash.AddBytes(obj);
        return hash.ToHashCode();
    }
}
