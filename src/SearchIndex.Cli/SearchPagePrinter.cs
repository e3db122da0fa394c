using System.Globalization;
using System.Text;
using SearchIndex.News.Query;
using SearchIndex.News.Suggestions.Corrections;

namespace SearchIndex.Cli;

/// <summary>Prints a page of hits for people. Texts come from files of unknown origin, so nothing in them may command the terminal.</summary>
internal sealed class SearchPagePrinter
{
    private const string Bold = "\u001b[1m";
    private const string Marked = "\u001b[1;33m";
    private const string Plain = "\u001b[0m";

    private readonly TextWriter _output;
    private readonly TextWriter _error;
    private readonly bool _hasColor;

    public SearchPagePrinter(Terminal terminal)
    {
        _output = terminal.Output;
        _error = terminal.Error;
        _hasColor = terminal.OutputHasColor;
    }

    /// <summary>Prints the page; notices are messages.</summary>
    public void Print(SearchPage page)
    {
        foreach (string notice in page.Notices)
        {
            _error.WriteLine(VisibleText.Escape(notice));
        }

        foreach (VariantNote variant in page.Variants)
        {
            _error.WriteLine(VisibleText.Escape($"{variant.Typed}: also {string.Join(", ", variant.Forms)}"));
        }

        foreach (Correction correction in page.DidYouMean)
        {
            _error.WriteLine(VisibleText.Escape(string.Create(CultureInfo.InvariantCulture, $"did you mean: {correction.Query} ({correction.Articles})")));
        }

        _output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{page.Total.Value} articles, page {page.Page}, {page.TookMs:0.0} ms"));
        for (int index = 0; index < page.Hits.Count; index++)
        {
            Print(page.Hits[index], page.First + index);
        }

        // Before that there is --page, which is easier to type.
        if (page.Next is not null && page.First + page.Hits.Count > SearchRequest.MaxDepth)
        {
            _output.WriteLine();
            _output.WriteLine($"next: --after {page.Next}");
        }
    }

    private void Print(SearchHit hit, int rank)
    {
        string number = string.Create(CultureInfo.InvariantCulture, $"{rank}. ");
        string indent = new(' ', number.Length);
        string published = hit.Published?.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "no date";
        string script = hit.Script.ToString().ToLowerInvariant();
        _output.WriteLine();
        _output.WriteLine(number + Mark(hit.Title, hit.TitleMarks, Bold));
        _output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{indent}{VisibleText.Escape(hit.Outlet.Name)} · {published} · {script} · {hit.Occurrences} matches · {hit.Id}"));
        foreach (HitPassage passage in hit.Passages)
        {
            _output.WriteLine(indent + PassageEllipsis.Before(passage) + Mark(passage.Text, passage.Marks, string.Empty) + PassageEllipsis.After(passage));
        }

        if (hit.Url is not null)
        {
            _output.WriteLine(indent + VisibleText.Escape(hit.Url));
        }

        if (hit.VersionCount > 0)
        {
            _output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{indent}other versions: {hit.VersionCount}"));
        }

        if (hit.Explanation is { } score)
        {
            Print(score, indent);
        }
    }

    private void Print(ScorePart part, string indent)
    {
        _output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{indent}{part.Value} = {VisibleText.Escape(part.Name)}"));
        foreach (ScorePart inner in part.Parts ?? [])
        {
            Print(inner, indent + "  ");
        }
    }

    /// <summary>Returns a text on one line with its marks: in colour on a screen, in guillemets elsewhere.</summary>
    private string Mark(string text, IReadOnlyList<TextRange> marks, string style)
    {
        string usual = _hasColor ? Plain + style : "»";
        var line = new StringBuilder(_hasColor ? style : string.Empty);
        int done = 0;
        foreach (TextRange mark in marks)
        {
            line.Append(Visible(text[done..mark.Start]))
                .Append(_hasColor ? Marked : "«")
                .Append(Visible(text.Substring(mark.Start, mark.Length)))
                .Append(usual);
            done = mark.Start + mark.Length;
        }

        return line.Append(Visible(text[done..])).Append(_hasColor ? Plain : string.Empty).ToString();
    }

    private static string Visible(string text) => VisibleText.Escape(text.Replace('\n', ' '));
}
