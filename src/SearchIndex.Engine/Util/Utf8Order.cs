namespace SearchIndex.Engine.Util;

/// <summary>Compares terms the way the index sorts them: by the unsigned bytes of their UTF-8 form (spec 6).</summary>
public sealed class Utf8Order : IComparer<byte[]>
{
    /// <summary>Gets the one instance.</summary>
    public static Utf8Order Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(byte[]? x, byte[]? y) => x.AsSpan().SequenceCompareTo(y);
}
