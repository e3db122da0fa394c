using SearchIndex.Engine.Analysis.Folding;

namespace SearchIndex.News.Variants;

/// <summary>How texts are compared with forms of variants: as the bigram fields do it.</summary>
public static class VariantText
{
    /// <summary>The dots that stand between the parts of a foreign name; the bigram fields pass them over between Han characters.</summary>
    public const string MiddleDots = "\u00B7\u2022\u2027\u30FB\uFF65";

    /// <summary>Returns a text folded and without middle dots: 冯·德莱恩 and 馮德萊恩 have the same key.</summary>
    public static string Key(string text)
    {
        string folded = CharacterFold.Fold(text);
        return folded.AsSpan().IndexOfAny(MiddleDots) < 0 ? folded : string.Concat(folded.Where(unit => !IsMiddleDot(unit)));
    }

    /// <summary>Returns the folded form of a unit.</summary>
    public static char Fold(char unit) => CharacterFold.Fold(unit);

    /// <summary>Tells whether a unit is a dot between the parts of a name.</summary>
    public static bool IsMiddleDot(char unit) => MiddleDots.Contains(unit, StringComparison.Ordinal);
}
