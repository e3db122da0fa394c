using SearchIndex.Server.Logging;

namespace SearchIndex.Server.Configuration;

/// <summary>The settings of what those who run the service see of it.</summary>
internal static class ObservingSettings
{
    private const int MostMegabytes = 1_000_000_000;
    private const long BytesPerMegabyte = 1_000_000;

    /// <summary>Gets them, in the order of their table.</summary>
    public static IEnumerable<Setting> All { get; } =
    [
        new("log-format", SettingKind.One, "text or json", "text", "How lines of the log look.",
            (options, values) => values[0] switch
            {
                "text" => options with { LogFormat = LogFormat.Text },
                "json" => options with { LogFormat = LogFormat.Json },
                _ => null,
            }),
        ServiceSettings.Switch("log-requests", "Whether each request is logged, without its query.", (options, value) => options with { LogRequests = value }),
        ServiceSettings.Switch("log-queries", "Whether each request is logged, with its query.", (options, value) => options with { LogQueries = value }),
        ServiceSettings.Number("slow-query-ms", "Milliseconds from which on a request is logged with its query; 0 for none.", 0, ServiceSettings.MostMilliseconds,
            "0", (options, value) => options with { SlowQuery = TimeSpan.FromMilliseconds(value) }),
        new("otlp-endpoint", SettingKind.One, "an address such as http://127.0.0.1:4318", "none", "Where numbers and traces are sent by OTLP.",
            (options, values) => EndpointOf(values[0]) is { } endpoint ? options with { OtlpEndpoint = endpoint } : null)
        { OtherVariable = "OTEL_EXPORTER_OTLP_ENDPOINT" },
        ServiceSettings.Number("disk-reserve-mb", "Free megabytes on the disk of the index with less of which the service says that it is degraded; 0 for any number.",
            0, MostMegabytes, "as many as the index has, at least 100", (options, value) => options with { DiskReserveBytes = value * BytesPerMegabyte }),
    ];

    private static Uri? EndpointOf(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? endpoint) && (endpoint.Scheme is "http" or "https") && endpoint.Query.Length == 0 ? endpoint : null;
}
