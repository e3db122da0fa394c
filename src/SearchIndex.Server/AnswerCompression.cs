using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;

namespace SearchIndex.Server;

/// <summary>Sends texts as brotli or gzip to clients that take them. Nothing secret stands in an answer, so that its length gives nothing away.</summary>
internal static class AnswerCompression
{
    private static readonly string[] Texts =
    [
        "text/html", "text/css", "text/plain", "text/csv", "text/markdown", "image/svg+xml", "application/json", "application/problem+json",
        "application/atom+xml", "application/rss+xml", "application/jsonl", "application/x-ndjson", "application/x-research-info-systems",
        "application/x-bibtex", "application/vnd.citationstyles.csl+json", "text/javascript",
    ];

    /// <summary>Adds the compression of answers.</summary>
    public static void AddAnswerCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(compression =>
        {
            compression.MimeTypes = Texts;
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);
    }
}
