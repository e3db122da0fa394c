using SearchIndex.News.Ingest;

namespace SearchIndex.News.Suggestions;

/// <summary>
/// Which characters are taken for which by their shape: 郎 for 朗, 晋 for 普. Characters are folded ones; the table is made by
/// <c>tools/SearchIndex.Tools</c> from the Unihan database and a list of our own. Safe for several threads.
/// </summary>
internal sealed class LookAlikes
{
    private const string EmbeddedFile = "look-alikes.txt";

    /// <summary>The most look-alikes of one character; the surest come first.</summary>
    private const int MaxOfCharacter = 24;

    private static readonly Lazy<LookAlikes> LazyEmbedded = new(() => new LookAlikes(EmbeddedData.ReadLines(EmbeddedFile)));

    private readonly Dictionary<char, string> _others = [];

    /// <summary>Creates a table.</summary>
    /// <param name="groups">Characters that look alike; the surest groups first.</param>
    public LookAlikes(IEnumerable<string> groups)
    {
        foreach (string group in groups)
        {
            foreach (char character in group)
            {
                string known = _others.GetValueOrDefault(character, string.Empty);
                IEnumerable<char> all = known.Concat(group).Where(other => other != character).Distinct();
                _others[character] = string.Concat(all.Take(MaxOfCharacter));
            }
        }
    }

    /// <summary>Gets the table that is part of the program.</summary>
    public static LookAlikes Embedded => LazyEmbedded.Value;

    /// <summary>Returns the characters that a character is taken for, the surest first; empty when there is none.</summary>
    public string Of(char character) => _others.GetValueOrDefault(character, string.Empty);

    /// <summary>Tells whether two characters are taken for each other.</summary>
    public bool LookAlike(char first, char second) =>
        Of(first).Contains(second, StringComparison.Ordinal) || Of(second).Contains(first, StringComparison.Ordinal);
}
