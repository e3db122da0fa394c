using System.Text.Json;

namespace SearchIndex.News.Query.Export;

/// <summary>One JSON object on each line.</summary>
internal sealed class JsonLinesExporter : ArticleExporter
{
    /// <inheritdoc/>
    public override string MediaType => "application/jsonl; charset=utf-8";

    /// <inheritdoc/>
    public override string Extension => "jsonl";

    /// <inheritdoc/>
    private protected override string Entry(ExportedArticle article, bool isFirst) => JsonSerializer.Serialize(article, NewsJson.Readable) + "\n";
}
