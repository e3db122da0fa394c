using System.Diagnostics.Metrics;

namespace SearchIndex.Server.Metrics;

/// <summary>
/// Names of instruments in Prometheus, by the rules that OpenTelemetry has for them: <c>searchindex.index.size</c> in bytes is
/// <c>searchindex_index_size_bytes</c>, and counters end in <c>_total</c>. Collectors that get the numbers by OTLP make the same names.
/// </summary>
internal static class PrometheusName
{
    /// <summary>The type of an instrument that only grows.</summary>
    public const string Counter = "counter";

    /// <summary>The type of an instrument that counts measurements by classes.</summary>
    public const string Histogram = "histogram";

    /// <summary>The type of an instrument that goes up and down.</summary>
    public const string Gauge = "gauge";

    /// <summary>Returns the name of an instrument.</summary>
    public static string Of(Instrument instrument)
    {
        string unit = instrument.Unit switch
        {
            ServiceMeter.Seconds => "_seconds",
            ServiceMeter.Bytes => "_bytes",
            _ => string.Empty,
        };
        return Plain(instrument.Name) + unit + (TypeOf(instrument) == Counter ? "_total" : string.Empty);
    }

    /// <summary>Returns the type of an instrument.</summary>
    public static string TypeOf(Instrument instrument)
    {
        Type kind = instrument.GetType().GetGenericTypeDefinition();
        return kind == typeof(Histogram<>) ? Histogram : kind == typeof(Counter<>) || kind == typeof(ObservableCounter<>) ? Counter : Gauge;
    }

    /// <summary>Returns the name of a label.</summary>
    public static string Plain(string name) => string.Create(name.Length, name, static (plain, original) =>
    {
        for (int at = 0; at < plain.Length; at++)
        {
            plain[at] = char.IsAsciiLetterOrDigit(original[at]) ? original[at] : '_';
        }
    });
}
