using System.Buffers.Binary;
using SearchIndex.Engine.Analysis.Bigrams;
using SearchIndex.Engine.Analysis.Folding;

namespace SearchIndex.Benchmarks;

/// <summary>Hands our fold and our classes of characters to the Java program, so that both sides make the same tokens.</summary>
internal static class CharacterTable
{
    private const int BytesPerUnit = 3;

    /// <summary>Writes, for each UTF-16 unit, what it folds to (two bytes, the high one first) and the number of its class.</summary>
    public static void Write(string path)
    {
        byte[] bytes = new byte[(char.MaxValue + 1) * BytesPerUnit];
        for (int unit = 0; unit <= char.MaxValue; unit++)
        {
            Span<byte> entry = bytes.AsSpan(unit * BytesPerUnit, BytesPerUnit);
            BinaryPrimitives.WriteUInt16BigEndian(entry, CharacterFold.Fold((char)unit));
            entry[^1] = (byte)CharacterClasses.OfUnit[unit];
        }

        File.WriteAllBytes(path, bytes);
    }
}
