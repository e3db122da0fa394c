namespace SearchIndex.News.Query.Related;

/// <summary>
/// Finds what two texts have word for word. A letter is shared when it is part of a run of <see cref="MinLetters"/> letters that the other
/// text has too, whatever the script, the punctuation and the white space; the time grows with the lengths, not with their product.
/// </summary>
internal static class SharedPassages
{
    /// <summary>The letters of a run: longer than a name with its titles, shorter than a sentence.</summary>
    public const int MinLetters = 12;

    /// <summary>How much of a text is looked at, in UTF-16 units.</summary>
    private const int MostUnits = 100_000;

    /// <summary>Returns what each text shares with the other.</summary>
    public static (SharedText Left, SharedText Right) Find(string left, string right)
    {
        var leftLetters = new FoldedLetters(left, MostUnits);
        var rightLetters = new FoldedLetters(right, MostUnits);
        HashSet<string> ofRight = RunsOf(rightLetters);
        HashSet<string> both = RunsOf(leftLetters);
        both.IntersectWith(ofRight);
        return (Cover(leftLetters, both), Cover(rightLetters, both));
    }

    private static HashSet<string> RunsOf(FoldedLetters letters)
    {
        var runs = new HashSet<string>(StringComparer.Ordinal);
        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> bySpan = runs.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int start = 0; start + MinLetters <= letters.Count; start++)
        {
            bySpan.Add(letters.Letters.Slice(start, MinLetters));
        }

        return runs;
    }

    /// <summary>Puts runs that overlap or touch together to passages.</summary>
    private static SharedText Cover(FoldedLetters letters, HashSet<string> shared)
    {
        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> bySpan = shared.GetAlternateLookup<ReadOnlySpan<char>>();
        var passages = new List<TextRange>();
        int covered = 0;
        for (int start = 0; start + MinLetters <= letters.Count; start++)
        {
            if (!bySpan.Contains(letters.Letters.Slice(start, MinLetters)))
            {
                continue;
            }

            int end = start + MinLetters;
            for (int next = start + 1; next <= end && next + MinLetters <= letters.Count; next++)
            {
                if (bySpan.Contains(letters.Letters.Slice(next, MinLetters)))
                {
                    end = next + MinLetters;
                }
            }

            passages.Add(letters.PlaceOf(start, end));
            covered += end - start;
            start = end - 1;
        }

        return new SharedText(passages, covered, letters.Count);
    }
}
