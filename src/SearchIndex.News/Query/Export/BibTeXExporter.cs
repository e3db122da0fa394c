using System.Globalization;
using System.Text;

namespace SearchIndex.News.Query.Export;

/// <summary>BibTeX: an entry for each article, whose key is its id.</summary>
internal sealed class BibTeXExporter : ArticleExporter
{
    /// <inheritdoc/>
    public override string MediaType => "application/x-bibtex; charset=utf-8";

    /// <inheritdoc/>
    public override string Extension => "bib";

    /// <inheritdoc/>
    private protected override string Entry(ExportedArticle article, bool isFirst)
    {
        var entry = new StringBuilder($"@article{{{article.Id},\n");
        Field("title", article.Title);
        Field("author", article.Author);
        Field("journal", article.Outlet.Name);
        Field("year", article.Published?.UtcDateTime.ToString("yyyy", CultureInfo.InvariantCulture));
        Field("date", article.Published?.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Field("url", article.Url);
        Field("note", $"query: {article.Query}; index: {article.IndexVersion}; file: {article.Source}");
        return entry.Append("}\n\n").ToString();

        void Field(string name, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                // Double braces keep a program from changing letter cases and from parting names.
                entry.Append("  ").Append(name).Append(" = {{").Append(Escape(OneLine(value))).Append("}},\n");
            }
        }
    }

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (char unit in text)
        {
            escaped.Append(unit switch
            {
                '\\' => "\\textbackslash{}",
                '~' => "\\textasciitilde{}",
                '^' => "\\textasciicircum{}",
                '{' or '}' or '%' or '$' or '#' or '&' or '_' => "\\" + unit,
                _ => unit.ToString(),
            });
        }

        return escaped.ToString();
    }
}
