using System.Globalization;
using SearchIndex.News.Ingest;
using SearchIndex.News.Query;

namespace SearchIndex.Server.Pages;

/// <summary>Shows what articles hold: marked text, its language, dates.</summary>
internal static class ArticleText
{
    /// <summary>The name of the first marked place in the body, to jump to.</summary>
    public const string FirstMark = "first-mark";

    /// <summary>Returns the language tag of a text, by which a browser chooses the shapes of its characters.</summary>
    public static string LanguageOf(ArticleScript script) => script switch
    {
        ArticleScript.Hans => "zh-Hans",
        ArticleScript.Hant => "zh-Hant",
        _ => "zh",
    };

    /// <summary>Returns a text with its marks.</summary>
    public static Html Marked(string text, IReadOnlyList<TextRange> marks) => Marked(text, 0, text.Length, marks, 0, null);

    /// <summary>Returns the lines of a text as paragraphs with their marks; a mark that crosses lines is cut at their ends.</summary>
    public static Html Paragraphs(string text, IReadOnlyList<TextRange> marks)
    {
        var paragraphs = new List<Html>();
        int nextMark = 0;
        for (int start = 0; start <= text.Length;)
        {
            int lineFeed = text.IndexOf('\n', start);
            int end = lineFeed < 0 ? text.Length : lineFeed;
            while (nextMark < marks.Count && marks[nextMark].Start + marks[nextMark].Length <= start)
            {
                nextMark++;
            }

            if (end > start)
            {
                paragraphs.Add(Html.Of($"<p>{Marked(text, start, end, marks, nextMark, FirstMark)}</p>\n"));
            }

            start = end + 1;
        }

        return Html.Join(paragraphs);
    }

    /// <summary>Returns the day of a date, or the words for none.</summary>
    public static Html Day(DateTimeOffset? published, PageText text) => published is { } date
        ? Html.Of($"<time datetime=\"{date.UtcDateTime.ToString("s", CultureInfo.InvariantCulture)}Z\">{date.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}</time>")
        : Html.Text(text.NoDate);

    /// <summary>Returns the part of a text from <paramref name="start"/> to <paramref name="end"/>, exclusive, with its marks.</summary>
    private static Html Marked(string text, int start, int end, IReadOnlyList<TextRange> marks, int nextMark, string? firstMarkName)
    {
        var pieces = new List<Html>();
        int done = start;
        for (int i = nextMark; i < marks.Count && marks[i].Start < end; i++)
        {
            int markStart = Math.Max(marks[i].Start, done);
            int markEnd = Math.Min(marks[i].Start + marks[i].Length, end);
            if (markEnd <= markStart)
            {
                continue;
            }

            bool isNamed = firstMarkName is not null && i == 0 && markStart == marks[0].Start;
            pieces.Add(Html.Text(text[done..markStart]));
            pieces.Add(isNamed
                ? Html.Of($"<mark id=\"{firstMarkName}\">{text[markStart..markEnd]}</mark>")
                : Html.Of($"<mark>{text[markStart..markEnd]}</mark>"));
            done = markEnd;
        }

        pieces.Add(Html.Text(text[done..end]));
        return Html.Join(pieces);
    }
}
