using System.Globalization;
using SearchIndex.Engine.Analysis.Folding;

namespace SearchIndex.Tools.Unihan;

/// <summary>
/// Collects the readings of characters. The usual one (kMandarin) comes first, behind it those of dictionaries of the modern language
/// (kHanyuPinlu, kTGHZ2013, kXHC1983), which have the readings of surnames as well. Readings of a character that folds to another are further
/// readings of that one: 乾 gives 干 the reading qian.
/// </summary>
internal sealed class PinyinTableBuilder
{
    private const string Usual = "kMandarin";
    private const string WithFrequency = "kHanyuPinlu";
    private const string Standard = "kTGHZ2013";
    private const char FirstOfMainBlock = '\u4E00';
    private const char LastOfMainBlock = '\u9FFF';

    private readonly SortedDictionary<char, List<string>> _usual = [];
    private readonly SortedDictionary<char, List<string>> _further = [];
    private readonly Dictionary<(char Character, string Syllable), int> _frequencies = [];
    private readonly HashSet<char> _standard = [];

    /// <summary>Gets the properties that are read.</summary>
    internal static string[] Properties { get; } = [Usual, WithFrequency, Standard, "kXHC1983"];

    /// <summary>Adds the readings that a property gives: <c>lè</c>, <c>lè(283) yuè(54)</c> or <c>0683.040,0683.050:lè,lào</c>.</summary>
    internal void Add(char character, string property, string value)
    {
        char folded = CharacterFold.Fold(character);
        if (folded is < FirstOfMainBlock or > LastOfMainBlock)
        {
            return;
        }

        bool isUsual = property == Usual && folded == character;
        if (property == Standard)
        {
            _standard.Add(folded);
        }

        foreach (string reading in value.Split(' ').SelectMany(piece => piece[(piece.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(',')))
        {
            string[] parts = reading.Split('(', ')');
            if (PinyinSyllable.WithoutTone(parts[0]) is { } syllable)
            {
                AddTo(isUsual ? _usual : _further, folded, syllable);
                int frequency = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
                _frequencies[(folded, syllable)] = _frequencies.GetValueOrDefault((folded, syllable)) + frequency;
                isUsual = false;
            }
        }
    }

    /// <summary>
    /// Writes a line for each syllable: the syllable, the characters that usually read so, those that may; parted by tabs, the most frequent first.
    /// </summary>
    internal void WriteTo(TextWriter output)
    {
        var lines = new SortedDictionary<string, (List<char> Usual, List<char> Further)>(StringComparer.Ordinal);
        foreach (char character in _usual.Keys.Union(_further.Keys))
        {
            string[] readings = [.. ReadingsOf(_usual, character).Concat(ReadingsOf(_further, character)).Distinct()];
            for (int rank = 0; rank < readings.Length; rank++)
            {
                if (!lines.TryGetValue(readings[rank], out (List<char> Usual, List<char> Further) line))
                {
                    line = ([], []);
                    lines.Add(readings[rank], line);
                }

                (rank == 0 ? line.Usual : line.Further).Add(character);
            }
        }

        foreach ((string syllable, (List<char> usual, List<char> further)) in lines)
        {
            output.Write($"{syllable}\t{Ordered(usual, syllable)}\t{Ordered(further, syllable)}\n");
        }
    }

    private static void AddTo(SortedDictionary<char, List<string>> readings, char character, string syllable)
    {
        if (!readings.TryGetValue(character, out List<string>? known))
        {
            known = [];
            readings.Add(character, known);
        }

        known.Add(syllable);
    }

    private static List<string> ReadingsOf(SortedDictionary<char, List<string>> readings, char character) =>
        readings.TryGetValue(character, out List<string>? known) ? known : [];

    private string Ordered(List<char> characters, string syllable) => string.Concat(characters
        .OrderByDescending(character => _frequencies.GetValueOrDefault((character, syllable)))
        .ThenByDescending(_standard.Contains)
        .ThenBy(character => character));
}
