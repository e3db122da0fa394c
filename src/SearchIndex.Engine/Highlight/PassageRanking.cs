namespace SearchIndex.Engine.Highlight;

/// <summary>Chooses passages, one after the other, by what they show.</summary>
internal static class PassageRanking
{
    /// <summary>Returns the best passages, the best first.</summary>
    public static List<Passage> Best(string text, List<Passage> passages, int count)
    {
        var best = new List<Passage>();
        if (passages.Count == 0)
        {
            return best;
        }

        List<HashSet<string>> strings = passages.ConvertAll(passage => MatchedStrings(text, passage));
        var shown = new HashSet<string>(StringComparer.Ordinal);
        var taken = new bool[passages.Count];
        while (best.Count < Math.Min(count, passages.Count))
        {
            int chosen = Choose(passages, strings, shown, taken);
            taken[chosen] = true;
            shown.UnionWith(strings[chosen]);
            best.Add(passages[chosen]);
        }

        return best;
    }

    private static HashSet<string> MatchedStrings(string text, Passage passage)
    {
        var strings = new HashSet<string>(StringComparer.Ordinal);
        foreach (MatchRange mark in passage.Marks)
        {
            strings.Add(text[mark.Start..mark.End]);
        }

        return strings;
    }

    // The passages are in reading order, so the earliest of equals stays.
    private static int Choose(List<Passage> passages, List<HashSet<string>> strings, HashSet<string> shown, bool[] taken)
    {
        int chosen = -1;
        (int New, int Distinct, int Matches) top = default;
        for (int index = 0; index < passages.Count; index++)
        {
            if (taken[index])
            {
                continue;
            }

            (int New, int Distinct, int Matches) rank =
                (strings[index].Count(text => !shown.Contains(text)), strings[index].Count, passages[index].Marks.Count);
            if (chosen < 0 || rank.CompareTo(top) > 0)
            {
                chosen = index;
                top = rank;
            }
        }

        return chosen;
    }
}
