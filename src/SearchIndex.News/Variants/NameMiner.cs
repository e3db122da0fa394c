using System.Text.RegularExpressions;
using SearchIndex.Engine.Analysis.Bigrams;

namespace SearchIndex.News.Variants;

/// <summary>
/// Finds names in letters that stand in brackets behind Chinese forms of them: 斯托爾滕貝格（Stoltenberg）. Nothing marks where a form
/// begins (北約秘書長斯托爾滕貝格), so it grows from the bracket to the left:
/// <list type="number">
/// <item>only over characters that names of persons and places in the table of variants have, and not into a title;</item>
/// <item>the last two characters are a stem; a stem takes a further character while nearly all of its occurrences have it;</item>
/// <item>a stem of two characters that two or more characters stand before, and hardly anything else, is two or more forms (裴洛西, 佩洛西);</item>
/// <item>a dot ends it: given names stay outside.</item>
/// </list>
/// The result is a list of candidates for a person to look through, no more.
/// </summary>
public sealed partial class NameMiner
{
    /// <summary>How many occurrences a form needs: less may be chance.</summary>
    public const int MinCount = 2;

    private const int MaxFormLength = 10;
    private const int StemLength = 2;
    private const char NoUnit = '\0';

    /// <summary>How many of the occurrences must agree on a further character. With less, titles grow onto names; with all, one slip cuts a name.</summary>
    private const double Agreement = 0.9;

    /// <summary>How many of the occurrences of a stem must be in the forms that it is parted into; else its characters are the whole name.</summary>
    private const double Coverage = 0.8;

    /// <summary>Titles and words whose last character names may have as well.</summary>
    private static readonly string[] Titles = ["总理", "主席", "大臣", "主任", "首都", "大亨", "儿子", "妻子", "长子", "次子", "女儿", "候任"];

    private readonly HashSet<char> _nameCharacters;
    private readonly Dictionary<string, List<string>> _occurrences = new(StringComparer.Ordinal);

    /// <summary>Creates a miner.</summary>
    /// <param name="table">The known variants: what names are made of.</param>
    public NameMiner(VariantTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        _nameCharacters = [.. table.Groups
            .Where(group => group.Kind is VariantKind.Person or VariantKind.Place)
            .SelectMany(group => group.Forms)
            .SelectMany(form => form.Key.EnumerateRunes())
            .Where(character => character.IsBmp && HanText.IsHan(character))
            .Select(character => (char)character.Value)];
    }

    /// <summary>Looks through a text.</summary>
    public void Add(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (Match match in LettersInBrackets().Matches(text))
        {
            string before = NameBefore(text, match.Index);
            if (VariantText.Key(before).Length < StemLength)
            {
                continue;
            }

            string letters = match.Groups["letters"].Value.Trim();
            if (!_occurrences.TryGetValue(letters, out List<string>? found))
            {
                found = [];
                _occurrences.Add(letters, found);
            }

            found.Add(before);
        }
    }

    /// <summary>Returns the names with the forms found so far, the most frequent first.</summary>
    public IReadOnlyList<NamePair> Pairs() =>
        [.. _occurrences
            .Select(name => new NamePair(name.Key, FormsOf(name.Value)))
            .Where(pair => pair.Forms.Count > 0)
            .OrderByDescending(pair => pair.Count)
            .ThenBy(pair => pair.Letters, StringComparer.Ordinal)];

    /// <summary>Returns what may be a name before a place: characters of names and the dots between them.</summary>
    private string NameBefore(string text, int end)
    {
        int start = end;
        int characters = 0;
        while (start > 0 && characters < MaxFormLength)
        {
            char unit = text[start - 1];
            bool isDot = VariantText.IsMiddleDot(unit) && start < end;
            if (!isDot && (!_nameCharacters.Contains(VariantText.Fold(unit)) || EndsWithTitle(text.AsSpan(0, start))))
            {
                break;
            }

            characters += isDot ? 0 : 1;
            start--;
        }

        return text[start..end].TrimStart([.. VariantText.MiddleDots]);
    }

    private static bool EndsWithTitle(ReadOnlySpan<char> text)
    {
        foreach (string title in Titles)
        {
            if (text.Length >= title.Length && VariantText.Fold(text[^1]) == title[^1] && VariantText.Fold(text[^title.Length]) == title[0])
            {
                return true;
            }
        }

        return false;
    }

    private static List<NamePairForm> FormsOf(List<string> occurrences)
    {
        var forms = new List<NamePairForm>();
        foreach (IGrouping<string, string> same in occurrences.GroupBy(text => VariantText.Key(text)[^StemLength..], StringComparer.Ordinal))
        {
            Grow([.. same], StemLength, forms);
        }

        return [.. forms.OrderByDescending(form => form.Count).ThenBy(form => form.Text, StringComparer.Ordinal)];
    }

    /// <summary>Makes forms of occurrences that agree in their last characters.</summary>
    private static void Grow(string[] texts, int length, List<NamePairForm> forms)
    {
        if (texts.Length < MinCount)
        {
            return;
        }

        string[][] branches = [.. texts
            .GroupBy(text => UnitBefore(text, length))
            .Where(same => same.Key != NoUnit)
            .Select(same => same.ToArray())
            .OrderByDescending(same => same.Length)];
        if (branches.Length > 0 && branches[0].Length >= Agreement * texts.Length)
        {
            Grow(branches[0], length + 1, forms);
            return;
        }

        string[][] frequent = [.. branches.Where(branch => branch.Length >= MinCount)];
        if (length == StemLength && frequent.Length > 1 && frequent.Sum(branch => branch.Length) >= Coverage * texts.Length)
        {
            foreach (string[] branch in frequent)
            {
                Grow(branch, length + 1, forms);
            }

            return;
        }

        string spelling = texts.Select(text => text[StartOfEnd(text, length)..]).GroupBy(text => text, StringComparer.Ordinal).MaxBy(same => same.Count())!.Key;
        forms.Add(new NamePairForm(spelling, texts.Length));
    }

    /// <summary>Returns the folded unit before the last characters, or <see cref="NoUnit"/> where a dot or nothing is.</summary>
    private static char UnitBefore(string text, int length)
    {
        int start = StartOfEnd(text, length);
        return start == 0 || VariantText.IsMiddleDot(text[start - 1]) ? NoUnit : VariantText.Fold(text[start - 1]);
    }

    /// <summary>Returns where the last characters of a text begin; dots within them do not count.</summary>
    private static int StartOfEnd(string text, int length)
    {
        int start = text.Length;
        for (int characters = 0; start > 0 && characters < length; start--)
        {
            characters += VariantText.IsMiddleDot(text[start - 1]) ? 0 : 1;
        }

        return start;
    }

    [GeneratedRegex(@"[ ]?[（(][ ]?(?<letters>\p{Lu}[\p{L}.'’\- ]{2,40})[)）,，]", RegexOptions.ExplicitCapture)]
    private static partial Regex LettersInBrackets();
}
