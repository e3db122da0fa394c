using System.Runtime.CompilerServices;
using System.Text;

namespace SearchIndex.Engine.Analysis.Folding;

/// <summary>
/// Reads the embedded fold table, which <c>tools/SearchIndex.Tools</c> writes. Grammar, numbers as LEB128 varints:
/// <c>"FOLD" version count { gap difference }*count</c>, where <c>gap</c> is the distance of the mapped unit to the one before it (to
/// -1 for the first) and <c>difference</c> is target minus mapped unit in zigzag form. Example: with U+3000 to U+0020 alone, the bytes are
/// <c>46 4F 4C 44 01 01 81 60 BF BF 01</c>.
/// </summary>
internal static class FoldTable
{
    /// <summary>The number of UTF-16 units.</summary>
    internal const int UnitCount = 0x10000;

    private const string ResourceName = "SearchIndex.Engine.Analysis.Folding.fold.bin";
    private const int Version = 1;

    private static ReadOnlySpan<byte> Magic => "FOLD"u8;

    /// <summary>Reads the table that is part of this assembly: the folded form of every unit.</summary>
    internal static char[] LoadEmbedded() => Parse(EmbeddedResource.ReadAll(ResourceName));

    /// <summary>Reads a table from its packed form.</summary>
    /// <exception cref="InvalidDataException">The bytes are not such a table.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // It runs once, before the first answer.
    internal static char[] Parse(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith(Magic))
        {
            throw new InvalidDataException($"a fold table begins with {Encoding.ASCII.GetString(Magic)}");
        }

        var reader = new PackedReader(bytes[Magic.Length..]);
        int version = reader.ReadVarInt();
        if (version != Version)
        {
            throw new InvalidDataException($"fold table version {version} found, {Version} expected");
        }

        var table = new char[UnitCount];
        for (int unit = 0; unit < UnitCount; unit++)
        {
            table[unit] = (char)unit;
        }

        int count = reader.ReadVarInt();
        int mapped = -1;
        for (int pair = 0; pair < count; pair++)
        {
            mapped += reader.ReadVarInt();
            int zigzag = reader.ReadVarInt();
            int target = mapped + ((zigzag >> 1) ^ -(zigzag & 1));
            if ((uint)mapped >= UnitCount || (uint)target >= UnitCount)
            {
                throw new InvalidDataException($"fold table maps {mapped} to {target}, which are no units");
            }

            table[mapped] = (char)target;
        }

        return table;
    }
}
