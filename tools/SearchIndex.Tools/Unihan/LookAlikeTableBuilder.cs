using SearchIndex.Engine.Analysis.Folding;

namespace SearchIndex.Tools.Unihan;

/// <summary>
/// Collects characters that are taken for each other: those that share their phonetic part (kPhonetic: 郎 and 朗, 侯 and 候), those that Unicode
/// says look alike (kSpoofingVariant), and our own list. Only characters in common use (kFrequency, kGradeLevel), folded.
/// </summary>
internal sealed class LookAlikeTableBuilder
{
    private const string Phonetic = "kPhonetic";
    private const string Spoofing = "kSpoofingVariant";

    /// <summary>Marks a class in which a character stands only as a reference to another.</summary>
    private const char ReferenceMark = 'x';

    private readonly HashSet<char> _common = [];
    private readonly List<string> _groups = [];
    private readonly SortedDictionary<string, SortedSet<char>> _classes = new(StringComparer.Ordinal);

    /// <summary>Gets the properties that are read.</summary>
    internal static string[] Properties { get; } = [Phonetic, Spoofing, "kFrequency", "kGradeLevel"];

    /// <summary>Adds our own groups: characters that look alike, one group a line; <c>#</c> begins a comment.</summary>
    internal void AddGroups(TextReader lines)
    {
        while (lines.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                _groups.Add(string.Concat(line.Select(CharacterFold.Fold).Distinct()));
            }
        }
    }

    /// <summary>Adds what a property says of a character.</summary>
    internal void Add(char character, string property, string value)
    {
        char folded = CharacterFold.Fold(character);
        switch (property)
        {
            case Phonetic:
                AddClasses(folded, value);
                break;
            case Spoofing:
                AddSpoofing(folded, value);
                break;
            default:
                _common.Add(folded);
                break;
        }
    }

    /// <summary>Writes a group a line: our own first, as they are surest.</summary>
    internal void WriteTo(TextWriter output)
    {
        IEnumerable<string> classes = _classes.Values.Select(members => string.Concat(members.Where(_common.Contains)));
        foreach (string group in _groups.Concat(classes).Where(group => group.Length > 1).Distinct())
        {
            output.Write(group + "\n");
        }
    }

    private void AddClasses(char folded, string value)
    {
        foreach (string name in value.Split(' ').Where(name => !name.Contains(ReferenceMark, StringComparison.Ordinal)))
        {
            AddTo("phonetic " + name.TrimEnd('*'), folded);
        }
    }

    private void AddSpoofing(char folded, string value)
    {
        foreach (string other in value.Split(' '))
        {
            if (UnihanFile.TryReadCharacter(other, out char character))
            {
                string name = "spoofing " + string.Concat(new[] { folded, CharacterFold.Fold(character) }.Order());
                AddTo(name, folded);
                AddTo(name, CharacterFold.Fold(character));
            }
        }
    }

    private void AddTo(string name, char folded)
    {
        if (!_classes.TryGetValue(name, out SortedSet<char>? members))
        {
            members = [];
            _classes.Add(name, members);
        }

        members.Add(folded);
    }
}
