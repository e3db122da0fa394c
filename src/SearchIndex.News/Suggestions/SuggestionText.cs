using System.Text;
using SearchIndex.Engine.Analysis.Folding;

namespace SearchIndex.News.Suggestions;

/// <summary>How typed text is compared with what can be suggested: folded as the index does it, and only letters, digits and Han characters.</summary>
internal static class SuggestionText
{
    /// <summary>The most units of a text that are compared.</summary>
    public const int MaxLength = 100;

    /// <summary>Returns the key of a text; the text itself when it is its own key.</summary>
    public static string Key(string text)
    {
        var key = new StringBuilder(Math.Min(text.Length, MaxLength));
        foreach (char unit in text)
        {
            if (key.Length == MaxLength)
            {
                break;
            }

            if (char.IsLetterOrDigit(unit) || char.IsSurrogate(unit))
            {
                key.Append(CharacterFold.Fold(unit));
            }
        }

        return key.Equals(text) ? text : key.ToString();
    }
}
