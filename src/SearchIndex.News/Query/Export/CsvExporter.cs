using System.Buffers;
using System.Globalization;
using System.Text;

namespace SearchIndex.News.Query.Export;

/// <summary>Comma-separated values with a byte order mark, which spreadsheets need to read UTF-8.</summary>
internal sealed class CsvExporter : ArticleExporter
{
    private const string LineEnd = "\r\n";

    /// <summary>A cell that begins so would be taken for a formula.</summary>
    private const string FormulaStarts = "=+-@\t\r＝＋－＠";

    private static readonly SearchValues<char> QuotedCharacters = SearchValues.Create(",\"' ");

    /// <inheritdoc/>
    public override string MediaType => "text/csv; charset=utf-8";

    /// <inheritdoc/>
    public override string Extension => "csv";

    /// <inheritdoc/>
    public override Encoding Encoding { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);

    /// <inheritdoc/>
    private protected override string Head =>
        "rank,score,id,title,outlet,outlet_name,author,published,script,url,source,query,index_version" + LineEnd;

    /// <inheritdoc/>
    private protected override string Entry(ExportedArticle article, bool isFirst)
    {
        string[] cells =
        [
            article.Rank.ToString(CultureInfo.InvariantCulture),
            article.Score.ToString("R", CultureInfo.InvariantCulture),
            article.Id,
            article.Title,
            article.Outlet.Id,
            article.Outlet.Name,
            article.Author ?? string.Empty,
            article.Published?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? string.Empty,
            ArticleSchema.ScriptTerm(article.Script),
            article.Url ?? string.Empty,
            article.Source,
            article.Query,
            article.IndexVersion,
        ];
        return string.Join(',', cells.Select(Cell)) + LineEnd;
    }

    /// <summary>Quotes a cell where its text needs it. An apostrophe keeps a spreadsheet from computing what a stranger wrote.</summary>
    private static string Cell(string text)
    {
        string line = OneLine(text);
        string safe = line.Length > 0 && FormulaStarts.Contains(line[0], StringComparison.Ordinal) ? "'" + line : line;
        return safe.AsSpan().ContainsAny(QuotedCharacters) ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
