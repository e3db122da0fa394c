using System.Globalization;
using SearchIndex.News.Ingest;
using SearchIndex.News.Query;

namespace SearchIndex.Server.Pages;

/// <summary>Shows what articles hold: marked text, its language, dates.</summary>
internal static class ArticleText
{
    /// <summary>Returns the language tag of a text, by which a browser chooses the shapes of its characters.</summary>
    public static string LanguageOf(ArticleScript script) => script switch
    {
        ArticleScript.Hans => "zh-Hans",
        ArticleScript.Hant => "zh-Hant",
        _ => "zh",
    };

    /// <summary>Returns a text with its marks.</summary>
    /// <param name="text">The text.</param>
    /// <param name="marks">The marks.</param>
    /// <param name="steps">The way from mark to mark; none by default.</param>
    public static Html Marked(string text, IReadOnlyList<TextRange> marks, MarkSteps? steps = null) => Marked(text, 0, text.Length, marks, 0, steps);

    /// <summary>Returns the lines of a text as paragraphs with their marks; a mark that crosses lines is cut at their ends.</summary>
    /// <param name="text">The text.</param>
    /// <param name="marks">The marks.</param>
    /// <param name="steps">The way from mark to mark.</param>
    /// <param name="shared">Places that another text has too, in order; none by default.</param>
    public static Html Paragraphs(string text, IReadOnlyList<TextRange> marks, MarkSteps steps, IReadOnlyList<TextRange>? shared = null)
    {
        var paragraphs = new List<Html>();
        int nextMark = 0;
        int nextShared = 0;
        for (int start = 0; start <= text.Length;)
        {
            int lineFeed = text.IndexOf('\n', start);
            int end = lineFeed < 0 ? text.Length : lineFeed;
            while (nextMark < marks.Count && marks[nextMark].Start + marks[nextMark].Length <= start)
            {
                nextMark++;
            }

            while (nextShared < shared?.Count && shared[nextShared].Start + shared[nextShared].Length <= start)
            {
                nextShared++;
            }

            if (end > start)
            {
                Html[] pieces = [.. Pieces(start, end, shared ?? [], nextShared).Select(piece => piece.IsShared
                    ? Html.Of($"<span class=\"shared\">{Marked(text, piece.Start, piece.End, marks, nextMark, steps)}</span>")
                    : Marked(text, piece.Start, piece.End, marks, nextMark, steps))];
                paragraphs.Add(Html.Of($"<p>{pieces}</p>\n"));
            }

            start = end + 1;
        }

        return Html.Join(paragraphs);
    }

    /// <summary>Returns the day of a date, or the words for none.</summary>
    public static Html Day(DateTimeOffset? published, PageText text) => published is { } date
        ? Html.Of($"<time datetime=\"{date.UtcDateTime.ToString("s", CultureInfo.InvariantCulture)}Z\">{date.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}</time>")
        : Html.Text(text.NoDate);

    /// <summary>Cuts a line where shared places begin and end.</summary>
    private static IEnumerable<(int Start, int End, bool IsShared)> Pieces(int start, int end, IReadOnlyList<TextRange> shared, int nextShared)
    {
        int done = start;
        for (int i = nextShared; i < shared.Count && shared[i].Start < end; i++)
        {
            int sharedStart = Math.Max(shared[i].Start, done);
            int sharedEnd = Math.Min(shared[i].Start + shared[i].Length, end);
            yield return (done, sharedStart, false);
            yield return (sharedStart, sharedEnd, true);
            done = sharedEnd;
        }

        yield return (done, end, false);
    }

    /// <summary>Returns the part of a text from <paramref name="start"/> to <paramref name="end"/>, exclusive, with its marks.</summary>
    private static Html Marked(string text, int start, int end, IReadOnlyList<TextRange> marks, int nextMark, MarkSteps? steps)
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

            // Of a mark that goes on in the next line, the beginning has the name.
            string marked = text[markStart..markEnd];
            pieces.Add(Html.Text(text[done..markStart]));
            pieces.Add(steps is not null && markStart == marks[i].Start ? steps.Render(i, marked) : Html.Of($"<mark>{marked}</mark>"));
            done = markEnd;
        }

        pieces.Add(Html.Text(text[done..end]));
        return Html.Join(pieces);
    }
}
