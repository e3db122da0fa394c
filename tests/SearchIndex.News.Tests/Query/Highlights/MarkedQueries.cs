using System.Globalization;
using System.Text;
using SearchIndex.Engine.Analysis.Bigrams;
using SearchIndex.News.Query;

namespace SearchIndex.News.Tests.Query.Highlights;

/// <summary>Makes random queries of every kind that can mark something, from texts of articles.</summary>
internal sealed class MarkedQueries(Random random)
{
    private const int Kinds = 13;

    /// <summary>Every question word has one of these. Texts with them are not asked, so that what makes a question is known: its frame.</summary>
    private const string QuestionCharacters = "什甚哪谁誰多几幾怎啥咋如何否没沒不告想请請吗嗎呢";

    private static readonly string[] Frames = ["为什么，{0}？", "{0}，是谁", "請問，{0}？", "{0}，什麼時候?"];

    /// <summary>Returns a query that an article should match; null when its text has nothing to make one of.</summary>
    public MarkNode? Next(string title, string body)
    {
        string source = random.Next(8) == 0 ? title : body;
        return random.Next(Kinds) switch
        {
            0 => Quoted(Han(source, 2, 8)),
            1 => Plain(Han(source, 2, 4)),
            2 => Plain(Han(source, 1, 1)),
            3 => Both(Quoted(Han(source, 2, 3)), Plain(Han(body, 2, 2))),
            4 => Either(Quoted(Han(source, 2, 3)), Quoted(Han(body, 2, 3)), Quoted(Han(body, 4, 6))),
            5 => But(Quoted(Han(source, 1, 2)), Quoted(Han(body, 2, 4) + Han(title, 1, 1))),
            6 => Word(source),
            7 => Beginning(source),
            8 => Wildcard(Han(source, 3, 5)),
            9 or 10 => Close(Han(source, 1, 3), Han(source, 1, 3)),
            11 => Exact(Han(source, 2, 5)),
            _ => random.Next(2) == 0 ? Long(Han(body, 6, 14)) : InField(source == title, Han(source, 1, 4)),
        };
    }

    /// <summary>Returns the query of a text in quotes, which may stand in any of several forms.</summary>
    public static MarkNode? Quoted(string? text, params IEnumerable<PlainPattern> otherForms) =>
        text is null ? null : new MarkNode.Leaf($"“{text}”", [new PlainPattern(text), .. otherForms]);

    private static MarkNode.Leaf? Plain(string? text) => text is null ? null : new MarkNode.Leaf(text, [new PlainPattern(text)]);

    private static MarkNode.Leaf? Exact(string? text) =>
        text is null ? null : new MarkNode.Leaf($"=“{text}”", [new PlainPattern(text, isExact: true)]);

    private static MarkNode.Leaf? InField(bool isTitle, string? text) => text is null
        ? null
        : new MarkNode.Leaf($"{(isTitle ? "title" : "body")}:“{text}”", [new PlainPattern(text)], InTitle: isTitle, InBody: !isTitle);

    private static MarkNode.And? Both(MarkNode? left, MarkNode? right) =>
        left is null || right is null ? null : new MarkNode.And($"{left} {right}", [left, right], []);

    private static MarkNode.And? But(MarkNode? part, MarkNode? excluded) =>
        part is null || excluded is null ? null : new MarkNode.And($"{part} -{excluded}", [part], [excluded]);

    /// <summary>One text, or two together: other articles have one of the two, which then is no match.</summary>
    private static MarkNode.Or? Either(MarkNode? first, MarkNode? second, MarkNode? third)
    {
        if (first is null || second is null || third is null)
        {
            return null;
        }

        MarkNode pair = new MarkNode.And($"({second} {third})", [second, third], []);
        return new MarkNode.Or($"{first} OR {pair}", [first, pair]);
    }

    /// <summary>
    /// A longer text without quotes: what it is made of is marked wherever it stands, and the whole too. In half of them a question is made of the
    /// text, and what makes it one is not marked.
    /// </summary>
    private MarkNode.Leaf? Long(string? text)
    {
        if (text is null || text.Any(unit => QuestionCharacters.Contains(unit, StringComparison.Ordinal)))
        {
            return null;
        }

        string asked = random.Next(2) == 0 ? text : string.Format(CultureInfo.InvariantCulture, Frames[random.Next(Frames.Length)], text);
        return new MarkNode.Leaf(asked, [new PlainPattern(text), .. TextUnits.Of(text).Select(unit => new PlainPattern(unit))]);
    }

    private MarkNode.Leaf? Wildcard(string? text)
    {
        if (text is null)
        {
            return null;
        }

        Rune[] runes = [.. text.EnumerateRunes()];
        int open = random.Next(1, runes.Length - 1);
        string pattern = string.Concat(runes.Select((rune, index) => index == open ? "?" : rune.ToString()));
        return new MarkNode.Leaf($"“{pattern}”", [new PlainPattern(pattern)]);
    }

    private MarkNode.Near? Close(string? left, string? right)
    {
        if (left is null || right is null || left == right)
        {
            return null;
        }

        int distance = random.Next(1, 30);
        bool isOrdered = random.Next(3) == 0;
        string sign = isOrdered ? ">" : string.Empty;
        return new MarkNode.Near($"\"{left} {right}\"~{sign}{distance}", new PlainPattern(left), new PlainPattern(right), distance, isOrdered);
    }

    private MarkNode.Leaf? Word(string source) =>
        AnyWord(source) is { } word ? new MarkNode.Leaf($"“{word}”", [new PlainPattern(word)]) : null;

    private MarkNode.Leaf? Beginning(string source)
    {
        if (AnyWord(source) is not { } word)
        {
            return null;
        }

        string start = word[..random.Next(1, word.Length + 1)];
        return new MarkNode.Leaf($"{start}*", [new PlainPattern(start, goesOn: true)]);
    }

    private string? AnyWord(string source)
    {
        PlainUnit[] words = [.. new PlainText(source).Units.Where(unit => unit.Text.All(char.IsAsciiLetterOrDigit))];
        return words.Length == 0 ? null : words[random.Next(words.Length)].Text;
    }

    /// <summary>Returns Han characters that stand together in a text, as they stand there.</summary>
    private string? Han(string source, int min, int max)
    {
        Rune[] runes = [.. source.EnumerateRunes()];
        int length = random.Next(min, max + 1);
        for (int tries = 0; tries < 20 && runes.Length >= length; tries++)
        {
            int start = random.Next(runes.Length - length + 1);
            if (runes.AsSpan(start, length).ToArray().All(IsPlainHan))
            {
                return string.Concat(runes.Skip(start).Take(length));
            }
        }

        return null;
    }

    private static bool IsPlainHan(Rune rune) => HanText.IsHan(rune) && rune.Value is not ('・' or '･') && Rune.IsLetter(rune);
}
