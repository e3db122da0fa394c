namespace SearchIndex.Tools.SmartCn;

/// <summary>Makes a lexicon of the two dictionaries of SmartCn: what the analyzer can look up, in the order of its ids (spec 13).</summary>
internal static class LexiconConverter
{
    private const char FirstHan = '\u4E00';
    private const char LastHan = '\u9FA5';

    // In the order of their ids: begin and end of a sentence, number, letters.
    private static readonly string[] SpecialWords = ["始##始", "末##末", "未##数", "未##串"];

    // The marks that the analyzer looks up as they are (spec 4, DELIM), first and last inclusive.
    private static readonly (char First, char Last)[] DelimiterRanges =
        [('\u0021', '\u00BB'), ('\u2010', '\u2642'), ('\u3001', '\u301E'), ('\uFE30', '\uFF63')];

    /// <summary>Converts the words and the hashes of pairs.</summary>
    internal static LexiconContents Convert(Dictionary<string, int> allWords, PairHashes hashes)
    {
        string[] words = allWords.Keys.Where(IsHanWord).Order(StringComparer.Ordinal).ToArray();
        string[] delimiters = DelimiterRanges
            .SelectMany(range => Enumerable.Range(range.First, range.Last - range.First + 1))
            .Select(unit => ((char)unit).ToString())
            .Where(unit => !IsLetterOrDigit(unit[0]))
            .ToArray();
        string[] candidates = [.. words, .. SpecialWords, .. delimiters];
        string[] ascending = candidates.Order(StringComparer.Ordinal).ToArray();
        List<(int Second, int Frequency)>[] pairs = new PairRecovery(hashes, ascending).Run();

        HashSet<int> inPairs = [.. Enumerable.Range(0, pairs.Length).Where(first => pairs[first].Count > 0)];
        inPairs.UnionWith(pairs.SelectMany(row => row).Select(pair => pair.Second));
        var placeOf = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int place = 0; place < ascending.Length; place++)
        {
            placeOf.Add(ascending[place], place);
        }

        string[] usedDelimiters = delimiters.Where(delimiter => inPairs.Contains(placeOf[delimiter])).ToArray();
        string[] entries = [.. words, .. SpecialWords, .. usedDelimiters];
        var idOfPlace = new int[ascending.Length];
        for (int id = 0; id < entries.Length; id++)
        {
            idOfPlace[placeOf[entries[id]]] = id;
        }

        return new LexiconContents(
            words,
            [.. words.Select(word => allWords[word]), .. SpecialWords.Select(word => allWords[word])],
            usedDelimiters.Select(delimiter => delimiter[0]).ToArray(),
            entries.Select(entry => RenumberRow(pairs[placeOf[entry]], idOfPlace)).ToArray());
    }

    private static List<(int Second, int Frequency)> RenumberRow(List<(int Second, int Frequency)> row, int[] idOfPlace) =>
        [.. row.Select(pair => (idOfPlace[pair.Second], pair.Frequency)).Order()];

    private static bool IsHanWord(string word) => word.All(unit => unit is >= FirstHan and <= LastHan);

    private static bool IsLetterOrDigit(char unit) =>
        char.IsAsciiLetterOrDigit(unit) || (unit is >= '\uFF10' and <= '\uFF5A' && char.IsAsciiLetterOrDigit((char)(unit - 0xFEE0)));
}
