using System.Text.RegularExpressions;

namespace SearchIndex.News.Ingest;

/// <summary>Takes lists of names apart.</summary>
internal static partial class PersonNames
{
    private const int MinNameChars = 2;
    private const int MaxNameChars = 40;

    /// <summary>Names in Chinese characters without a middle dot are no longer than this, foreign ones included.</summary>
    private const int MaxChineseChars = 6;

    /// <summary>Chinese names have two to four characters; of a longer run, which ends in an unknown place, three are taken.</summary>
    private const int MaxReporterChars = 4;

    private const int UsualReporterChars = 3;

    private static readonly string[] Places =
        [.. EmbeddedData.ReadLines("places.txt").SelectMany(line => line.Split(' ')).Distinct().OrderByDescending(place => place.Length)];

    private static readonly char[] Separators = ['、', '/', '／', '&', '＆'];

    /// <summary>Splits names that stand on their own; blanks part Chinese names, but not the parts of others.</summary>
    internal static List<string> SplitLine(string text)
    {
        var names = new List<string>();
        foreach (string piece in SplitPieces(text))
        {
            if (IsName(piece))
            {
                names.Add(piece);
            }
        }

        return names;
    }

    /// <summary>Splits the names of reporters, which the places they write from follow without a blank.</summary>
    internal static List<string> SplitReporters(string text)
    {
        var names = new List<string>();
        foreach (string piece in SplitPieces(text))
        {
            string person = IsChinese(piece) ? WithoutPlace(piece) : piece;
            if (IsName(person))
            {
                names.Add(person);
            }
        }

        return names;
    }

    private static IEnumerable<string> SplitPieces(string text)
    {
        foreach (string part in Remark().Replace(text, string.Empty).Split(Separators))
        {
            string[] pieces = part.Split([' ', TextCleaner.IdeographicSpace], StringSplitOptions.RemoveEmptyEntries);
            if (pieces.Length > 1 && !pieces.All(IsChinese))
            {
                pieces = [string.Join(' ', pieces)];
            }

            foreach (string piece in pieces)
            {
                yield return piece;
            }
        }
    }

    private static string WithoutPlace(string name)
    {
        string rest = name;
        foreach (string place in Places)
        {
            int at = name.LastIndexOf(place, StringComparison.Ordinal);
            if (at >= 0 && name.Length - at - place.Length <= 2)
            {
                rest = name[..at];
                break;
            }
        }

        return rest.Length > MaxReporterChars && !rest.Contains('·') ? rest[..UsualReporterChars] : rest;
    }

    private static bool IsName(string text)
    {
        if (text.Length is < MinNameChars or > MaxNameChars || !text.All(IsNameCharacter))
        {
            return false;
        }

        bool isTooLong = IsChinese(text) && text.Length > MaxChineseChars && !text.AsSpan().ContainsAny('·', '•', '‧');
        return !isTooLong && !NoName().IsMatch(text);
    }

    private static bool IsNameCharacter(char c) => char.IsLetter(c) || c is ' ' or '.' or '-' or '·' or '•' or '‧' or '\'';

    private static bool IsChinese(string text) => text.All(c => c is >= '\u4E00' and <= '\u9FFF' or '·' or '•' or '‧');

    /// <summary>Words that stand among names.</summary>
    [GeneratedRegex("^(?:发自|發自|来源|來源|编译|編譯|责编|責編|网编|網編|编辑|編輯)|[记記]者$|研究所$|编辑部$|編輯部$", RegexOptions.CultureInvariant)]
    private static partial Regex NoName();

    /// <summary>What is added to a name: how the text came about, or a slip of a program.</summary>
    [GeneratedRegex(
        @"[（(][^）)]*[）)]|^null\s+|\s*(?:综合报道|综合报导|綜合報道|綜合報導|编译报道|编译|編譯|摘编|摘編|整理|报道|报导|報道|報導)\s*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Remark();
}
