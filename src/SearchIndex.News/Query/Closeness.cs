using SearchIndex.Engine.Analysis.Folding;

namespace SearchIndex.News.Query;

/// <summary>
/// How close together an article has the characters of a question: the most different ones that stand within a window of its text. A passage
/// that answers has them in a sentence or two, one about the same people and places all over. Characters go on where words do not meet:
/// 中國大陸 and 大陸, 一九四九年 and 1949年. Safe for several threads.
/// </summary>
internal sealed class Closeness
{
    /// <summary>Folded characters that hold sentences together and say nothing by themselves.</summary>
    private const string FunctionCharacters = "的了在是和与及于之以为有所被把对从到由而其中上下这那个此也都就并或等着过地得不一";

    // By folded UTF-16 unit: from 1 for those of the question, 0 for all others.
    private readonly byte[] _numbers = new byte[char.MaxValue + 1];
    private readonly int _window;

    /// <summary>Takes the characters of texts.</summary>
    /// <param name="texts">The texts, without what makes a question of them.</param>
    /// <param name="window">The length of the window in UTF-16 units, 1 or more.</param>
    public Closeness(IEnumerable<string> texts, int window)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(window, 1);
        _window = window;
        foreach (char unit in texts.SelectMany(CharacterFold.Fold))
        {
            bool counts = char.IsLetterOrDigit(unit) && !FunctionCharacters.Contains(unit, StringComparison.Ordinal);
            if (counts && _numbers[unit] == 0 && Characters < byte.MaxValue)
            {
                _numbers[unit] = (byte)++Characters;
            }
        }
    }

    /// <summary>Gets the number of different characters that are looked for.</summary>
    public int Characters { get; }

    /// <summary>Returns how many different characters stand together where they are most: from 0 to <see cref="Characters"/>.</summary>
    public int In(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[byte.MaxValue + 1];
        counts.Clear();
        int distinct = 0, most = 0;
        for (int at = 0; at < text.Length && most < Characters; at++)
        {
            int leaving = at < _window ? 0 : _numbers[CharacterFold.Fold(text[at - _window])];
            if (leaving != 0)
            {
                distinct -= --counts[leaving] == 0 ? 1 : 0;
            }

            int entering = _numbers[CharacterFold.Fold(text[at])];
            if (entering != 0)
            {
                distinct += counts[entering]++ == 0 ? 1 : 0;
                most = Math.Max(most, distinct);
            }
        }

        return most;
    }
}
