using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace SearchIndex.Server.Metrics;

/// <summary>
/// The meter of this service, so that Prometheus and OTLP tell the same. Names and units are those of OpenTelemetry; <see cref="PrometheusName"/>
/// makes the others of them. No tag holds what people ask: each has few values, which the code names.
/// </summary>
internal sealed class ServiceMeter
{
    /// <summary>The name of the meter.</summary>
    public const string Name = "SearchIndex";

    /// <summary>The unit of times.</summary>
    public const string Seconds = "s";

    /// <summary>The unit of sizes.</summary>
    public const string Bytes = "By";

    public ServiceMeter(IMeterFactory meters)
    {
        Meter = meters.Create(Name);
    }

    /// <summary>Gets the meter; services in one process have one each.</summary>
    public Meter Meter { get; }

    /// <summary>Returns a tag of a measurement.</summary>
    public static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);

    /// <summary>Returns the tags of a measurement, and that of the archive it is about when archives have names.</summary>
    public static TagList Tags(string? collection, params ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var list = new TagList(tags);
        if (!string.IsNullOrEmpty(collection))
        {
            list.Add(Tag("collection", collection));
        }

        return list;
    }

    /// <summary>Makes a histogram of times.</summary>
    /// <param name="name">The name.</param>
    /// <param name="description">What is measured.</param>
    /// <param name="bounds">The upper bounds of the classes in seconds, inclusive.</param>
    public Histogram<double> CreateTimes(string name, string description, params double[] bounds) =>
        Meter.CreateHistogram(name, Seconds, description, tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = bounds });
}
