using System.Buffers;

namespace SearchIndex.News.Query.Language;

/// <summary>The characters that mean something in a query. Full-width forms count as their half-width ones.</summary>
internal static class QueryCharacters
{
    private const char FirstFullWidth = '\uFF01';
    private const char LastFullWidth = '\uFF5E';
    private const int FullWidthShift = 0xFEE0;
    private const char MinusSign = '\u2212';

    /// <summary>The quotes: an opener, and what may close it in order of preference.</summary>
    private static readonly (char Opener, string Closers)[] Quotes =
    [
        ('"', "\"”"), ('＂', "＂\"”"), ('“', "”\""), ('”', "”"), ('„', "“”"), ('「', "」"), ('『', "』"), ('﹁', "﹂"), ('﹃', "﹄"), ('‘', "’"), ('《', "》"),
    ];

    private static readonly SearchValues<char> Special = SearchValues.Create("\"＂“”„「」『』﹁﹂﹃﹄‘’《》()（）|｜\\＼");

    /// <summary>Returns the half-width form of a full-width ASCII character; others as they are.</summary>
    public static char Narrow(char unit) => unit switch
    {
        >= FirstFullWidth and <= LastFullWidth => (char)(unit - FullWidthShift),
        MinusSign => '-',
        _ => unit,
    };

    /// <summary>Tells whether a character, as it was typed, may end or split a word and so needs a backslash to be text.</summary>
    public static bool IsSpecial(char unit) => Special.Contains(unit) || char.IsWhiteSpace(unit);

    /// <summary>Returns the place of the quote that closes the one at <paramref name="opener"/>; -1 when there is none or it is no quote.</summary>
    public static int FindCloser(string text, int opener)
    {
        string? closers = ClosersOf(text[opener]);
        for (int preferred = 0; preferred < closers?.Length; preferred++)
        {
            int found = FindUnescaped(text, closers[preferred], opener + 1);
            if (found >= 0)
            {
                return found;
            }
        }

        return -1;
    }

    /// <summary>Tells whether a character opens a quote.</summary>
    public static bool IsOpener(char unit) => ClosersOf(unit) is not null;

    private static string? ClosersOf(char opener) => Array.Find(Quotes, quote => quote.Opener == opener).Closers;

    private static int FindUnescaped(string text, char wanted, int from)
    {
        for (int at = from; at < text.Length; at++)
        {
            if (Narrow(text[at]) == '\\')
            {
                at++;
            }
            else if (text[at] == wanted)
            {
                return at;
            }
        }

        return -1;
    }
}
