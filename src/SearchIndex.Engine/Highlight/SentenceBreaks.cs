namespace SearchIndex.Engine.Highlight;

/// <summary>Knows where sentences end, and where a sentence may be cut.</summary>
internal static class SentenceBreaks
{
    private const string Enders = "。！？!?…；\n";
    private const string Closers = "”’」』）)》〉】〕］]＂";
    private const string Pauses = "，、,：:;";

    /// <summary>Returns where the sentences of a paragraph end, ascending; the last is its end. Ends inside a match do not count.</summary>
    public static List<int> Ends(string text, int start, int end, IReadOnlyList<MatchRange> matches)
    {
        var ends = new List<int>();
        bool insideQuotes = false;
        int match = 0;
        for (int index = start; index < end; index++)
        {
            insideQuotes ^= text[index] == '"';
            if (!EndsSentence(text, index, end))
            {
                continue;
            }

            while (index + 1 < end && StaysWithSentence(text, index + 1, end, insideQuotes))
            {
                index++;
                insideQuotes ^= text[index] == '"';
            }

            int sentenceEnd = index + 1;
            while (match < matches.Count && matches[match].End <= sentenceEnd)
            {
                match++;
            }

            bool insideMatch = match < matches.Count && matches[match].Start < sentenceEnd;
            if (!insideMatch && sentenceEnd < end)
            {
                ends.Add(sentenceEnd);
            }
        }

        ends.Add(end);
        return ends;
    }

    /// <summary>Tells whether a sentence may be cut before <paramref name="index"/>, because of a comma or the like.</summary>
    public static bool IsPause(string text, int index)
    {
        char before = text[index - 1];
        if (!Pauses.Contains(before, StringComparison.Ordinal))
        {
            return false;
        }

        // Not within 1,000 or 10:30.
        bool insideNumber = index >= 2 && char.IsAsciiDigit(text[index - 2]) && index < text.Length && char.IsAsciiDigit(text[index]);
        return !(char.IsAscii(before) && insideNumber);
    }

    private static bool EndsSentence(string text, int index, int end)
    {
        char unit = text[index];
        if (unit == '.')
        {
            return index + 1 == end || char.IsWhiteSpace(text[index + 1]);
        }

        return Enders.Contains(unit, StringComparison.Ordinal);
    }

    // A straight quotation mark closes when an odd number of them has come before.
    private static bool StaysWithSentence(string text, int index, int end, bool insideQuotes) =>
        EndsSentence(text, index, end) || Closers.Contains(text[index], StringComparison.Ordinal) || (text[index] == '"' && insideQuotes);
}
