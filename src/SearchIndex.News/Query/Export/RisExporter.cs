using System.Globalization;
using System.Text;

namespace SearchIndex.News.Query.Export;

/// <summary>RIS: tagged lines, a record for each article.</summary>
internal sealed class RisExporter : ArticleExporter
{
    private const string LineEnd = "\r\n";

    /// <inheritdoc/>
    public override string MediaType => "application/x-research-info-systems; charset=utf-8";

    /// <inheritdoc/>
    public override string Extension => "ris";

    /// <inheritdoc/>
    private protected override string Entry(ExportedArticle article, bool isFirst)
    {
        var record = new StringBuilder();
        Line("TY", "NEWS");
        Line("ID", article.Id);
        Line("TI", article.Title);
        Line("AU", article.Author);
        Line("T2", article.Outlet.Name);
        Line("PY", article.Published?.UtcDateTime.ToString("yyyy", CultureInfo.InvariantCulture));
        Line("DA", article.Published?.UtcDateTime.ToString("yyyy'/'MM'/'dd", CultureInfo.InvariantCulture));
        Line("UR", article.Url);
        Line("LA", "zh");
        Line("N1", $"query: {article.Query}; index: {article.IndexVersion}; file: {article.Source}");
        record.Append("ER  - ").Append(LineEnd).Append(LineEnd);
        return record.ToString();

        void Line(string tag, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                record.Append(tag).Append("  - ").Append(OneLine(value)).Append(LineEnd);
            }
        }
    }
}
