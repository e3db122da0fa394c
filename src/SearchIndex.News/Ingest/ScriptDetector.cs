namespace SearchIndex.News.Ingest;

/// <summary>
/// Tells the script of a text by counting the characters that exist in only one script (<c>Data/script-characters.txt</c>). A text is
/// mixed when at least <see cref="MixedPercent"/> percent of them, and at least two, belong to the smaller side: among 20,000 real articles
/// quotations in the other script and slips of converters reach 13 percent, and articles in both begin at 19. Equal sides are mixed, too.
/// </summary>
internal static class ScriptDetector
{
    internal const int MixedPercent = 15;

    private const int MixedCharacters = 2;

    private static readonly ArticleScript[] ScriptOf = LoadTable();

    /// <summary>Returns the script of title and paragraphs taken together.</summary>
    internal static ArticleScript Detect(string title, IReadOnlyList<string> paragraphs)
    {
        int hans = 0;
        int hant = 0;
        Count(title, ref hans, ref hant);
        for (int i = 0; i < paragraphs.Count; i++)
        {
            Count(paragraphs[i], ref hans, ref hant);
        }

        return Judge(hans, hant);
    }

    private static ArticleScript Judge(long hans, long hant)
    {
        if (hans + hant == 0)
        {
            return ArticleScript.None;
        }

        long minority = Math.Min(hans, hant);
        bool isMixed = minority >= MixedCharacters && minority * 100 >= MixedPercent * (hans + hant);
        if (isMixed || hans == hant)
        {
            return ArticleScript.Mixed;
        }

        return hans > hant ? ArticleScript.Hans : ArticleScript.Hant;
    }

    private static void Count(string text, ref int hans, ref int hant)
    {
        foreach (char c in text)
        {
            ArticleScript script = ScriptOf[c];
            hans += script == ArticleScript.Hans ? 1 : 0;
            hant += script == ArticleScript.Hant ? 1 : 0;
        }
    }

    private static ArticleScript[] LoadTable()
    {
        var table = new ArticleScript[char.MaxValue + 1];
        foreach (string[] row in EmbeddedData.ReadRows("script-characters.txt"))
        {
            ArticleScript script = row[0] == "hans" ? ArticleScript.Hans : ArticleScript.Hant;
            foreach (char c in row[1])
            {
                table[c] = script;
            }
        }

        return table;
    }
}
