using System.Globalization;
using System.Text;

namespace SearchIndex.Server.Metrics;

/// <summary>Writes numbers in the text format 0.0.4 of Prometheus.</summary>
internal sealed class PrometheusText
{
    /// <summary>The media type of the text.</summary>
    public const string MediaType = "text/plain; version=0.0.4; charset=utf-8";

    private const string Bound = "le";

    private readonly StringBuilder _text = new();

    /// <summary>Begins a metric; its series follow.</summary>
    public void Begin(string name, string type, string? help) =>
        _text.Append("# HELP ").Append(name).Append(' ').Append(EscapeHelp(help ?? string.Empty)).Append('\n')
            .Append("# TYPE ").Append(name).Append(' ').Append(type).Append('\n');

    /// <summary>Writes the value of a series.</summary>
    /// <param name="name">The name of the metric.</param>
    /// <param name="labels">Its labels, as <see cref="Label"/> makes them, parted by commas; empty for none.</param>
    /// <param name="value">The value.</param>
    public void Write(string name, string labels, double value)
    {
        _text.Append(name);
        if (labels.Length > 0)
        {
            _text.Append('{').Append(labels).Append('}');
        }

        _text.Append(' ').Append(Number(value)).Append('\n');
    }

    /// <summary>Writes a histogram, whose classes count what is in those below as well.</summary>
    /// <param name="name">The name of the metric.</param>
    /// <param name="labels">Its labels, as for a value.</param>
    /// <param name="bounds">The upper bounds of the classes.</param>
    /// <param name="series">The measurements.</param>
    public void WriteHistogram(string name, string labels, IReadOnlyList<double> bounds, MetricSeries series)
    {
        (double sum, long[] classes) = series.Read();
        string before = labels.Length == 0 ? string.Empty : labels + ",";
        long below = 0;
        for (int at = 0; at < classes.Length; at++)
        {
            below += classes[at];
            Write(name + "_bucket", before + Label(Bound, Number(at < bounds.Count ? bounds[at] : double.PositiveInfinity)), below);
        }

        Write(name + "_sum", labels, sum);
        Write(name + "_count", labels, below);
    }

    /// <summary>Returns a label.</summary>
    public static string Label(string name, string value) => $"{name}=\"{EscapeHelp(value).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private static string EscapeHelp(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Number(double value) =>
        double.IsPositiveInfinity(value) ? "+Inf" : double.IsNegativeInfinity(value) ? "-Inf" : value.ToString(CultureInfo.InvariantCulture);
}
