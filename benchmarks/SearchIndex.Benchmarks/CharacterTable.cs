using System.Globalization;
using System.Text;
using SearchIndex.Engine.Analysis.Bigrams;
using SearchIndex.Engine.Analysis.Folding;

namespace SearchIndex.Benchmarks;

/// <summary>Hands our fold and our classes of characters to the Java program, so that both sides make the same tokens.</summary>
internal static class CharacterTable
{
    /// <summary>Writes a line for each UTF-16 unit: what it folds to as a hexadecimal number, tab, the name of its class.</summary>
    public static void Write(string path)
    {
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        for (int unit = 0; unit <= char.MaxValue; unit++)
        {
            writer.Write(((int)CharacterFold.Fold((char)unit)).ToString("x", CultureInfo.InvariantCulture));
            writer.Write('\t');
            writer.WriteLine(CharacterClasses.OfUnit[unit]);
        }
    }
}
