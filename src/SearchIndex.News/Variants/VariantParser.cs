using System.Text.RegularExpressions;
using SearchIndex.Engine.Analysis.Bigrams;

namespace SearchIndex.News.Variants;

/// <summary>
/// Reads the lines of a file of variants: <c>kind TAB forms [TAB note]</c>, forms parted by <c>|</c>, each
/// <c>text ["?" ["(" words ")"] | "??(" words ")"] ["!(" words ")"]</c> with words parted by commas. Empty lines and lines that begin with <c>#</c> say nothing.
/// What is wrong with a line is noted; the rest of the line, or at least of the file, is taken all the same.
/// </summary>
internal sealed partial class VariantParser(string file)
{
    private const int MaxColumns = 3;

    private readonly List<VariantGroup> _groups = [];
    private readonly List<VariantProblem> _problems = [];
    private int _line;

    public IReadOnlyList<VariantGroup> Groups => _groups;

    public IReadOnlyList<VariantProblem> Problems => _problems;

    /// <summary>Reads the next line.</summary>
    public void Add(string line)
    {
        _line++;
        if (string.IsNullOrWhiteSpace(line) || line[0] == '#')
        {
            return;
        }

        string[] columns = line.Split('\t');
        if (columns.Length is < 2 or > MaxColumns)
        {
            Report($"{columns.Length} columns; wanted are kind, forms and perhaps a note, parted by tabs; the line is left out");
            return;
        }

        if (!TryReadKind(columns[0], out VariantKind kind))
        {
            string kinds = string.Join(", ", Enum.GetNames<VariantKind>()).ToLowerInvariant();
            Report($"'{columns[0]}' is no kind; wanted is one of {kinds}; the line is left out");
            return;
        }

        List<VariantForm> forms = ReadForms(columns[1]);
        if (forms.Count < 2)
        {
            Report($"'{columns[1]}' has fewer than two different forms; the line is left out");
            return;
        }

        _groups.Add(new VariantGroup(kind, forms, columns.Length == MaxColumns ? columns[^1].Trim() : string.Empty, _line));
    }

    /// <summary>Names only: <see cref="Enum.TryParse{TEnum}(string, bool, out TEnum)"/> would take numbers as well.</summary>
    private static bool TryReadKind(string text, out VariantKind kind)
    {
        foreach (VariantKind known in Enum.GetValues<VariantKind>())
        {
            if (known.ToString().Equals(text.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                kind = known;
                return true;
            }
        }

        kind = default;
        return false;
    }

    private List<VariantForm> ReadForms(string column)
    {
        var forms = new List<VariantForm>();
        foreach (string piece in column.Split('|', StringSplitOptions.TrimEntries))
        {
            if (ReadForm(piece) is not { } form)
            {
                continue;
            }

            if (forms.Find(known => known.Key == form.Key) is { } twin)
            {
                Report($"'{form.Text}' is the same as '{twin.Text}' when folded; it is left out");
                continue;
            }

            forms.Add(form);
        }

        return forms;
    }

    private VariantForm? ReadForm(string piece)
    {
        Match parts = FormPattern().Match(piece);
        if (!parts.Success)
        {
            Report($"'{piece}' is no form; wanted is a text, then perhaps ? or ?(words) or ??(words), and !(words); it is left out");
            return null;
        }

        string text = parts.Groups["text"].Value.Trim();
        string key = VariantText.Key(text);
        if (key.Length < 2 || (HanText.Count(key) == 1 && key.EnumerateRunes().Count() == 1))
        {
            Report($"'{text}' has only one character, which stands in too many words; it is left out");
            return null;
        }

        return new VariantForm(text, key, Words(parts.Groups["context"]), LongerWords(parts.Groups["longer"], text, key))
        {
            IsAmbiguous = parts.Groups["ambiguous"].Success,
            NeedsContext = parts.Groups["rare"].Success,
        };
    }

    private List<string> LongerWords(Group group, string text, string key)
    {
        List<string> words = Words(group);
        foreach (string word in words.Where(word => !IsLonger(word, key)))
        {
            Report($"'{word}' is no longer word with '{text}' in it; it has no effect");
        }

        return [.. words.Where(word => IsLonger(word, key))];
    }

    private static bool IsLonger(string word, string key) => word.Length > key.Length && word.Contains(key, StringComparison.Ordinal);

    private static List<string> Words(Group group) =>
        [.. group.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(VariantText.Key)];

    private void Report(string reason) => _problems.Add(new VariantProblem(file, _line, reason));

    [GeneratedRegex(@"^(?<text>[^?!()]+)(?<ambiguous>(?<rare>\?(?=\?\())?\?(\((?<context>[^()]*)\))?)?(!\((?<longer>[^()]*)\))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex FormPattern();
}
