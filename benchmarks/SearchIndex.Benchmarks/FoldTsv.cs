using System.Text;
using SearchIndex.Engine.Analysis.Folding;

namespace SearchIndex.Benchmarks;

/// <summary>Hands our fold to the Java program: one line for each UTF-16 unit that it changes.</summary>
internal static class FoldTsv
{
    /// <summary>Writes the table: unit, tab, what it becomes.</summary>
    public static void Write(string path)
    {
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        for (int unit = 0; unit <= char.MaxValue; unit++)
        {
            char folded = CharacterFold.Fold((char)unit);
            if (folded != unit && !char.IsSurrogate((char)unit) && !char.IsControl((char)unit))
            {
                writer.WriteLine($"{(char)unit}\t{folded}");
            }
        }
    }
}
