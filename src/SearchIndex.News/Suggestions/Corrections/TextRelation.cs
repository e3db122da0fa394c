namespace SearchIndex.News.Suggestions.Corrections;

/// <summary>Says how two folded texts differ when one may be a slip for the other.</summary>
internal static class TextRelation
{
    /// <summary>Returns how a text differs from what was typed; null when it is the same, or no slip that is known.</summary>
    public static CorrectionKind? Of(string typed, string text) => (typed.Length - text.Length) switch
    {
        0 => Substituted(typed, text),
        1 => IsWithoutOne(typed, text) ? CorrectionKind.Extra : null,
        -1 => IsWithoutOne(text, typed) ? CorrectionKind.Missing : null,
        _ => null,
    };

    private static CorrectionKind? Substituted(string typed, string text)
    {
        int[] differences = [.. Enumerable.Range(0, typed.Length).Where(at => typed[at] != text[at])];
        bool areSwapped = differences.Length == 2 && differences[1] == differences[0] + 1
            && typed[differences[0]] == text[differences[1]] && typed[differences[1]] == text[differences[0]];
        if (areSwapped)
        {
            return CorrectionKind.Swapped;
        }

        if (differences.Length == 0)
        {
            return null;
        }

        // Who types with pinyin gets several characters wrong at once; by shape one is taken for another.
        return differences.All(at => PinyinTable.Embedded.SoundAlike(typed[at], text[at])) ? CorrectionKind.Homophone
            : differences.Length == 1 && LookAlikes.Embedded.LookAlike(typed[differences[0]], text[differences[0]]) ? CorrectionKind.LookAlike
            : null;
    }

    private static bool IsWithoutOne(string longer, string shorter)
    {
        int at = 0;
        while (at < shorter.Length && longer[at] == shorter[at])
        {
            at++;
        }

        return longer.AsSpan(at + 1).SequenceEqual(shorter.AsSpan(at));
    }
}
