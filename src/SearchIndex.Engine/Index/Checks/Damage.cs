using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Index.Checks;

/// <summary>Tells damage from other failures.</summary>
internal static class Damage
{
    /// <summary>
    /// Damaged bytes may also show as an index that is out of range, or a number too large: in a check they are findings like any other.
    /// </summary>
    public static bool Is(Exception problem) =>
        problem is CorruptIndexException or IndexFormatTooOldException or IndexFormatTooNewException or NotSupportedException
            or FileNotFoundException or EndOfStreamException or IndexOutOfRangeException or ArgumentException or OverflowException
            or InvalidOperationException;
}
