namespace SearchIndex.Engine.Highlight;

/// <summary>
/// Picks the pieces of a text that show best why it matches. A passage is made of whole sentences of one paragraph (a line of the text)
/// where that gives <see cref="MinLength"/> to <see cref="MaxLength"/> UTF-16 units; a longer sentence is cut near its match, at a comma if
/// there is one, and never inside a match or a surrogate pair. A paragraph that is too short is taken together with its neighbours. A passage
/// is shorter than the least where the text is, or where the one before it has taken the rest; it is longer than the most where a single
/// match is.
/// </summary>
public static class PassageFinder
{
    /// <summary>The length in UTF-16 units that passages reach when the text allows.</summary>
    public const int MinLength = 60;

    /// <summary>The length in UTF-16 units that passages keep below or at.</summary>
    public const int MaxLength = 160;

    /// <summary>The number of passages when nothing else is asked.</summary>
    public const int DefaultCount = 3;

    /// <summary>
    /// Returns the best passages in reading order, without overlaps. The first is the one with the most different matched strings, then the
    /// most matches, then the earliest; the following ones are preferred when they show strings that have not been shown yet.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="matches">The matches in it, ascending and without overlaps; what lies behind the end of the text is left out.</param>
    /// <param name="count">How many passages at most.</param>
    /// <returns>The passages; none when there is no match.</returns>
    public static IReadOnlyList<Passage> Find(string text, IReadOnlyList<MatchRange> matches, int count = DefaultCount)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(matches);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        List<Passage> best = PassageRanking.Best(text, AllPassages(text, matches), count);
        best.Sort((left, right) => left.Start.CompareTo(right.Start));
        return best;
    }

    /// <summary>Returns the beginning of a text as a passage without marks, or null when the text is blank.</summary>
    public static Passage? Lead(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int start = 0;
        while (start < text.Length && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        if (start == text.Length)
        {
            return null;
        }

        (_, int end) = Paragraph.Around(text, start, start);
        var paragraph = new Paragraph(text, start, end, []);
        return paragraph.PassageAround(new MatchRange(start, start), start);
    }

    private static List<Passage> AllPassages(string text, IReadOnlyList<MatchRange> matches)
    {
        var passages = new List<Passage>();
        List<MatchRange> pending = Trimmed(text, matches);
        int index = 0;
        int floor = 0;
        while (index < pending.Count)
        {
            (int start, int end) = Paragraph.Around(text, pending[index].Start, floor);
            floor = end;
            var inside = new List<MatchRange>();
            for (; index < pending.Count && pending[index].Start < end; index++)
            {
                // A phrase may go on in the next line; passages do not.
                inside.Add(pending[index] with { End = Math.Min(pending[index].End, end) });
            }

            new Paragraph(text, start, end, inside).AddPassages(passages);
        }

        return passages;
    }

    // Without line feeds in front, and without what the text does not have.
    private static List<MatchRange> Trimmed(string text, IReadOnlyList<MatchRange> matches)
    {
        var trimmed = new List<MatchRange>(matches.Count);
        foreach (MatchRange match in matches)
        {
            int start = match.Start;
            int end = Math.Min(match.End, text.Length);
            while (start < end && text[start] == '\n')
            {
                start++;
            }

            if (start < end)
            {
                trimmed.Add(new MatchRange(start, end));
            }
        }

        return trimmed;
    }
}
