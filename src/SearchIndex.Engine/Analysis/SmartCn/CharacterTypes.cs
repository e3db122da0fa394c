namespace SearchIndex.Engine.Analysis.SmartCn;

/// <summary>The type of every UTF-16 unit as a table (spec 4).</summary>
internal static class CharacterTypes
{
    /// <summary>The first character of type <see cref="CharacterType.Han"/>.</summary>
    internal const char FirstHan = '\u4E00';

    /// <summary>The number of characters of type <see cref="CharacterType.Han"/>.</summary>
    internal const int HanCount = '\u9FA5' - FirstHan + 1;

    /// <summary>Gets the type of each UTF-16 unit.</summary>
    internal static CharacterType[] OfUnit { get; } = BuildTable();

    private static CharacterType[] BuildTable()
    {
        var table = new CharacterType[char.MaxValue + 1];

        // Delimiters are what other rules leave of their ranges, so they come first and are overwritten.
        Fill(table, '\u0021', '\u00BB', CharacterType.Delimiter);
        Fill(table, '\u2010', '\u2642', CharacterType.Delimiter);
        Fill(table, '\u3001', '\u301E', CharacterType.Delimiter);
        Fill(table, '\uFE30', '\uFF63', CharacterType.Delimiter);
        Fill(table, '\uD800', '\uDFFF', CharacterType.Surrogate);
        Fill(table, FirstHan, (char)(FirstHan + HanCount - 1), CharacterType.Han);
        Fill(table, 'A', 'Z', CharacterType.Letter);
        Fill(table, 'a', 'z', CharacterType.Letter);
        Fill(table, '0', '9', CharacterType.Digit);
        Fill(table, '\uFF21', '\uFF3A', CharacterType.WideLetter);
        Fill(table, '\uFF41', '\uFF5A', CharacterType.WideLetter);
        Fill(table, '\uFF10', '\uFF19', CharacterType.WideDigit);
        foreach (char space in " \t\r\n\u3000")
        {
            table[space] = CharacterType.Space;
        }

        return table;
    }

    private static void Fill(CharacterType[] table, char first, char last, CharacterType type) =>
        table.AsSpan(first, last - first + 1).Fill(type);
}
