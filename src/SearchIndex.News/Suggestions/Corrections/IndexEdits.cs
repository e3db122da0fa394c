namespace SearchIndex.News.Suggestions.Corrections;

/// <summary>
/// Makes texts that are one slip away from a folded text of Han characters and whose pairs of characters all stand in the index: with a character
/// of the same sound or a like shape in the place of another, with two swapped, without one of two equal ones. For one thread.
/// </summary>
internal sealed class IndexEdits(BigramFrequencies pairs)
{
    /// <summary>The most pairs that are looked up for one query.</summary>
    public const int MaxLookups = 600;

    private const int MaxHomophones = 40;

    /// <summary>Returns the texts, with the number of articles that the rarest pair of each has.</summary>
    /// <param name="text">The text.</param>
    public IEnumerable<(string Text, CorrectionKind Kind, int Rarest)> Of(string text)
    {
        int[] frequencies = [.. Enumerable.Range(1, text.Length - 1).Select(at => pairs.Of(text[at - 1], text[at]))];
        foreach (int at in SuspectsOf(frequencies))
        {
            foreach ((string edited, CorrectionKind kind) in EditsAt(text, at))
            {
                if (pairs.Lookups > MaxLookups)
                {
                    yield break;
                }

                int rarest = RarestAround(edited, at);
                if (rarest > 0)
                {
                    yield return (edited, kind, rarest);
                }
            }
        }
    }

    /// <summary>Returns the places whose pairs are the rarest: if a pair stands nowhere, the slip is in it.</summary>
    private static IEnumerable<int> SuspectsOf(int[] frequencies)
    {
        int rarest = frequencies.Min();
        bool all = frequencies.Length <= 3 && rarest > 0;
        return Enumerable.Range(0, frequencies.Length + 1)
            .Where(at => all || (at > 0 && frequencies[at - 1] == rarest) || (at < frequencies.Length && frequencies[at] == rarest));
    }

    private static IEnumerable<(string Text, CorrectionKind Kind)> EditsAt(string text, int at)
    {
        if (at > 0 && text[at] != text[at - 1])
        {
            yield return (text[..(at - 1)] + text[at] + text[at - 1] + text[(at + 1)..], CorrectionKind.Swapped);
        }

        bool isDoubled = at > 0 && text[at] == text[at - 1] && text.Length > 2;
        if (isDoubled)
        {
            yield return (text.Remove(at, 1), CorrectionKind.Extra);
        }

        foreach (char other in PinyinTable.Embedded.HomophonesOf(text[at]).Take(MaxHomophones))
        {
            yield return (text[..at] + other + text[(at + 1)..], CorrectionKind.Homophone);
        }

        foreach (char other in LookAlikes.Embedded.Of(text[at]))
        {
            yield return (text[..at] + other + text[(at + 1)..], CorrectionKind.LookAlike);
        }
    }

    /// <summary>Returns the frequency of the rarest pair; the pairs at the edit are looked up first, as they decide most often.</summary>
    private int RarestAround(string text, int edit)
    {
        int rarest = int.MaxValue;
        foreach (int at in Enumerable.Range(1, text.Length - 1).OrderBy(at => Math.Abs(at - edit)))
        {
            rarest = Math.Min(rarest, pairs.Of(text[at - 1], text[at]));
            if (rarest == 0)
            {
                break;
            }
        }

        return rarest;
    }
}
