using SearchIndex.News.Ingest;

namespace SearchIndex.News.Suggestions;

/// <summary>
/// How characters are read: syllables of pinyin without tones, ü as v. Characters are folded ones; the table is made from the Unihan database
/// by <c>tools/SearchIndex.Tools</c>. Safe for several threads.
/// </summary>
internal sealed class PinyinTable
{
    private const string EmbeddedFile = "pinyin.txt";
    private const char FirstCharacter = '\u4E00';
    private const char LastCharacter = '\u9FFF';

    private static readonly Lazy<PinyinTable> LazyEmbedded = new(() => new PinyinTable(EmbeddedData.ReadRows(EmbeddedFile)));

    /// <summary>The readings of each character of the main block; null for one without.</summary>
    private readonly string[]?[] _readings = new string[]?[LastCharacter - FirstCharacter + 1];
    private readonly Dictionary<string, string> _characters = new(StringComparer.Ordinal);

    /// <summary>Creates a table.</summary>
    /// <param name="rows">A syllable, the characters that usually read so, and those that may, the most frequent first.</param>
    public PinyinTable(IEnumerable<string[]> rows)
    {
        string[][] all = [.. rows];
        foreach (string[] row in all)
        {
            AddReading(row[1], row[0]);
            _characters[row[0]] = row[1] + row[2];
        }

        foreach (string[] row in all)
        {
            AddReading(row[2], row[0]);
        }
    }

    /// <summary>Gets the table that is part of the program.</summary>
    public static PinyinTable Embedded => LazyEmbedded.Value;

    /// <summary>Returns the readings of a character, the usual one first; empty for one without.</summary>
    public ReadOnlySpan<string> ReadingsOf(char character) =>
        character is >= FirstCharacter and <= LastCharacter ? _readings[character - FirstCharacter] : [];

    /// <summary>Returns the characters that share a reading with a character, itself not among them; the most frequent of its usual reading first.</summary>
    public IEnumerable<char> HomophonesOf(char character)
    {
        string[] readings = ReadingsOf(character).ToArray();
        return readings.SelectMany(reading => _characters[reading]).Where(other => other != character).Distinct();
    }

    /// <summary>Tells whether two characters have a reading in common.</summary>
    public bool SoundAlike(char first, char second)
    {
        ReadOnlySpan<string> others = ReadingsOf(second);
        foreach (string reading in ReadingsOf(first))
        {
            if (others.Contains(reading))
            {
                return true;
            }
        }

        return false;
    }

    private void AddReading(string characters, string syllable)
    {
        foreach (char character in characters)
        {
            _readings[character - FirstCharacter] = [.. ReadingsOf(character), syllable];
        }
    }
}
