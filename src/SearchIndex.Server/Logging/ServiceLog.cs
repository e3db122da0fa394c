using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace SearchIndex.Server.Logging;

/// <summary>Where the log goes, what it has, and how it looks.</summary>
internal static class ServiceLog
{
    private const string Utc = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>Logs to standard error: standard output belongs to the data of the command line.</summary>
    public static void LogToStandardError(this ILoggingBuilder logging, LogFormat format)
    {
        logging.ClearProviders();
        if (format == LogFormat.Json)
        {
            logging.AddJsonConsole(AsJson);
        }
        else
        {
            logging.AddSimpleConsole(console => console.SingleLine = true);
        }

        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        logging.SetMinimumLevel(LogLevel.Warning);
        logging.AddFilter(nameof(SearchIndex), LogLevel.Information);

        // A service that cannot start throws; whoever starts it says why.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
    }

    /// <summary>Chinese characters stay as they are; scopes, which have the addresses of requests, stay out.</summary>
    private static void AsJson(JsonConsoleFormatterOptions console)
    {
        console.IncludeScopes = false;
        console.UseUtcTimestamp = true;
        console.TimestampFormat = Utc;
        console.JsonWriterOptions = new JsonWriterOptions { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
    }
}
