using System.Globalization;
using System.Text;
using SearchIndex.News;
using SearchIndex.News.Ingest;

namespace SearchIndex.Benchmarks;

/// <summary>
/// Articles as lines, so that both engines index exactly the same text: id, url, source, outlet, author, script, milliseconds, title, body.
/// Line feeds of the body stand as U+0001, tabs as blanks.
/// </summary>
internal static class ArticleTsv
{
    private const char LineFeedMark = '\u0001';

    /// <summary>Reads articles from files and writes them as lines; returns how many.</summary>
    public static int Write(IReadOnlyList<string> paths, string tsv)
    {
        SourceFile[] files = [.. SourceFolder.Enumerate(paths, CancellationToken.None)];
        IReadOnlyList<ArticleGroup> groups = ArticleSurvey.Run(files, Environment.ProcessorCount, CancellationToken.None);
        using var writer = new StreamWriter(tsv, append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        int count = 0;
        foreach (string? line in groups.AsParallel().AsOrdered().Select(group => ArticleReader.Read(group).Article).Select(LineOf))
        {
            if (line is not null)
            {
                writer.WriteLine(line);
                count++;
            }
        }

        return count;
    }

    /// <summary>Adds further copies of every line, with ids of their own, for an archive several times as large.</summary>
    public static void AddCopies(string tsv, int copies)
    {
        string[] lines = File.ReadAllLines(tsv);
        using var writer = new StreamWriter(tsv, append: true, new UTF8Encoding(false)) { NewLine = "\n" };
        for (int copy = 1; copy < copies; copy++)
        {
            foreach (string line in lines)
            {
                int idEnd = line.IndexOf('\t', StringComparison.Ordinal);
                writer.Write(line.AsSpan(0, idEnd));
                writer.Write(string.Create(CultureInfo.InvariantCulture, $"-{copy}"));
                writer.WriteLine(line.AsSpan(idEnd));
            }
        }
    }

    /// <summary>Reads the articles back, one at a time.</summary>
    public static IEnumerable<Article> Read(string tsv) => File.ReadLines(tsv).Select(ArticleOf);

    /// <summary>Reads one of the lines.</summary>
    public static Article ArticleOf(string line)
    {
        string[] cells = line.Split('\t');
        return new Article
        {
            Id = cells[0],
            Url = cells[1].Length == 0 ? null : cells[1],
            Sources = [cells[2]],
            Outlet = new Outlet(cells[3], cells[3]),
            Author = cells[4].Length == 0 ? null : cells[4],
            Script = ArticleSchema.ScriptOf(cells[5]),
            Published = cells[6].Length == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(cells[6], CultureInfo.InvariantCulture)),
            Title = cells[7],
            Paragraphs = cells[8].Split(LineFeedMark),
        };
    }

    private static string? LineOf(Article? article)
    {
        if (article is null)
        {
            return null;
        }

        string millis = article.Published?.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) ?? string.Empty;
        string[] cells =
        [
            article.Id, article.Url ?? string.Empty, article.Sources[0], article.Outlet.Id, article.Author ?? string.Empty,
            ArticleSchema.ScriptTerm(article.Script), millis, article.Title, string.Join(LineFeedMark, article.Paragraphs),
        ];
        return string.Join('\t', cells.Select(cell => cell.Replace('\t', ' ').Replace('\n', ' ').Replace('\r', ' ')));
    }
}
