using SearchIndex.Engine.Analysis.Folding;

namespace SearchIndex.News.Query.Related;

/// <summary>The letters and digits of a text as they compare: in one script and one case, without what stands between them.</summary>
internal sealed class FoldedLetters
{
    private readonly string _text;
    private readonly string _letters;
    private readonly int[] _places;

    /// <summary>Folds a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">How many units of it are looked at.</param>
    public FoldedLetters(string text, int most)
    {
        _text = text;
        _places = [.. Enumerable.Range(0, Math.Min(text.Length, most)).Where(place => IsLetter(text[place]))];
        _letters = string.Create(_places.Length, (text, _places), static (letters, source) =>
        {
            for (int i = 0; i < letters.Length; i++)
            {
                letters[i] = CharacterFold.Fold(source.text[source._places[i]]);
            }
        });
    }

    /// <summary>Gets the number of letters.</summary>
    public int Count => _letters.Length;

    /// <summary>Gets the letters.</summary>
    public ReadOnlySpan<char> Letters => _letters;

    /// <summary>Returns the place in the text from a letter to the one before <paramref name="end"/>, with what stands between them.</summary>
    public TextRange PlaceOf(int start, int end)
    {
        int first = _places[start];
        int last = _places[end - 1];

        // Half of a surrogate pair is no character.
        int from = char.IsLowSurrogate(_text[first]) ? first + 1 : first;
        int to = char.IsHighSurrogate(_text[last]) ? last : last + 1;
        return new TextRange(from, to - from);
    }

    private static bool IsLetter(char unit) => char.IsLetterOrDigit(unit) || char.IsSurrogate(unit);
}
