using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SearchIndex.News.Query.Export;

/// <summary>CSL-JSON 1.0: an array of items.</summary>
internal sealed class CslJsonExporter : ArticleExporter
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public override string MediaType => "application/vnd.citationstyles.csl+json; charset=utf-8";

    /// <inheritdoc/>
    public override string Extension => "json";

    /// <inheritdoc/>
    private protected override string Head => "[\n";

    /// <inheritdoc/>
    private protected override string Tail => "\n]\n";

    /// <inheritdoc/>
    private protected override string Entry(ExportedArticle article, bool isFirst)
    {
        var item = new JsonObject
        {
            ["id"] = article.Id,
            ["type"] = "article-newspaper",
            ["title"] = article.Title,
            ["container-title"] = article.Outlet.Name,
            ["language"] = article.Script == Ingest.ArticleScript.Hant ? "zh-Hant" : "zh",
            ["note"] = $"query: {article.Query}; index: {article.IndexVersion}; file: {article.Source}",
        };
        if (article.Author is { } author)
        {
            item["author"] = new JsonArray(new JsonObject { ["literal"] = author });
        }

        if (article.Published?.UtcDateTime is { } date)
        {
            item["issued"] = new JsonObject { ["date-parts"] = new JsonArray(new JsonArray(date.Year, date.Month, date.Day)) };
        }

        if (article.Url is { } url)
        {
            item["URL"] = url;
        }

        return (isFirst ? string.Empty : ",\n") + item.ToJsonString(Readable);
    }
}
