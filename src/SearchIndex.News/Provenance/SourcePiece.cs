using System.Text;

namespace SearchIndex.News.Provenance;

/// <summary>A run or a step of a <see cref="SourceMap"/>.</summary>
/// <param name="IsRun">Whether its units stand in the file just so.</param>
/// <param name="Start">The first unit.</param>
/// <param name="Units">How many units there are.</param>
/// <param name="ByteStart">The first byte.</param>
/// <param name="Bytes">How many bytes there are; negative where the text goes on earlier in the file.</param>
/// <param name="IsUnknown">Whether nobody knows where the units stand.</param>
/// <param name="LeftOut">The bytes in it that are text but none of the article's, or null.</param>
internal readonly record struct SourcePiece(bool IsRun, int Start, int Units, int ByteStart, int Bytes, bool IsUnknown, ByteSpan? LeftOut)
{
    /// <summary>Gets the unit behind the last.</summary>
    public int End => Start + Units;

    /// <summary>Gets whether no range of bytes can reach over it.</summary>
    public bool IsBroken => IsUnknown || Bytes < 0;

    /// <summary>Returns the byte of a place between two units, or -1 when a step has none there.</summary>
    public int ByteOf(string text, int place)
    {
        if (IsRun)
        {
            return ByteStart + Encoding.UTF8.GetByteCount(text.AsSpan(Start, place - Start));
        }

        return place == Start ? ByteStart : place == End ? ByteStart + Bytes : -1;
    }
}
