using System.Text;

namespace SearchIndex.News.Query.Export;

/// <summary>Writes articles one by one in a format, so that any number of them takes no more memory than one.</summary>
public abstract class ArticleExporter
{
    /// <summary>Gets the media type of what is written.</summary>
    public abstract string MediaType { get; }

    /// <summary>Gets the usual extension of a file, without the dot.</summary>
    public abstract string Extension { get; }

    /// <summary>Gets how text becomes bytes.</summary>
    public virtual Encoding Encoding { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Returns the exporter of a format.</summary>
    public static ArticleExporter Of(ExportFormat format) => format switch
    {
        ExportFormat.Csv => new CsvExporter(),
        ExportFormat.JsonLines => new JsonLinesExporter(),
        ExportFormat.Ris => new RisExporter(),
        ExportFormat.BibTeX => new BibTeXExporter(),
        _ => new CslJsonExporter(),
    };

    /// <summary>Writes articles to a stream, which stays open.</summary>
    public async Task WriteAsync(IEnumerable<ExportedArticle> articles, Stream output, CancellationToken cancellation = default)
    {
        var writer = new StreamWriter(output, Encoding, leaveOpen: true);
        await using (writer.ConfigureAwait(false))
        {
            await WriteAsync(articles, writer, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Writes articles as text; a byte order mark is the writer's business.</summary>
    public async Task WriteAsync(IEnumerable<ExportedArticle> articles, TextWriter output, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(articles);
        ArgumentNullException.ThrowIfNull(output);
        await output.WriteAsync(Head).ConfigureAwait(false);
        bool isFirst = true;
        foreach (ExportedArticle article in articles)
        {
            cancellation.ThrowIfCancellationRequested();
            await output.WriteAsync(Entry(article, isFirst)).ConfigureAwait(false);
            isFirst = false;
        }

        await output.WriteAsync(Tail).ConfigureAwait(false);
    }

    /// <summary>Gets what stands before the first article.</summary>
    private protected virtual string Head => string.Empty;

    /// <summary>Gets what stands behind the last article.</summary>
    private protected virtual string Tail => string.Empty;

    /// <summary>Returns the text of an article.</summary>
    private protected abstract string Entry(ExportedArticle article, bool isFirst);

    /// <summary>Returns a text on one line, without characters that could command a program.</summary>
    private protected static string OneLine(string? text) => VisibleText.Escape((text ?? string.Empty).ReplaceLineEndings(" "));
}
