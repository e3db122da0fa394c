using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;

namespace SearchIndex.Server.Metrics;

/// <summary>Gathers what the meter of this service measures from its creation on, and writes it when asked. Safe for several threads.</summary>
internal sealed class PrometheusCollector : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<string, Instrument> _instruments = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(Instrument Instrument, string Labels), MetricSeries> _counted = new();
    private readonly ConcurrentDictionary<(Instrument Instrument, string Labels), double> _observed = new();
    private readonly Lock _writing = new();

    public PrometheusCollector(ServiceMeter service)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter == service.Meter)
            {
                _instruments[PrometheusName.Of(instrument)] = instrument;
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>Returns the text.</summary>
    public string Write()
    {
        lock (_writing)
        {
            // What is no longer told is not to stay: a number of an index that went away would be wrong.
            _observed.Clear();
            _listener.RecordObservableInstruments();
            var text = new PrometheusText();
            foreach ((string name, Instrument instrument) in _instruments.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            {
                text.Begin(name, PrometheusName.TypeOf(instrument), instrument.Description);
                Write(text, name, instrument);
            }

            return text.ToString();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();

    private void Write(PrometheusText text, string name, Instrument instrument)
    {
        foreach (((_, string labels), double value) in Ordered(_observed, instrument))
        {
            text.Write(name, labels, value);
        }

        bool isHistogram = PrometheusName.TypeOf(instrument) == PrometheusName.Histogram;
        foreach (((_, string labels), MetricSeries series) in Ordered(_counted, instrument))
        {
            if (isHistogram)
            {
                text.WriteHistogram(name, labels, BoundsOf(instrument), series);
            }
            else
            {
                text.Write(name, labels, series.Read().Sum);
            }
        }
    }

    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        (Instrument, string) key = (instrument, LabelsOf(tags));
        if (instrument.IsObservable)
        {
            _observed[key] = value;
        }
        else
        {
            _counted.GetOrAdd(key, static series => new MetricSeries(BoundsOf(series.Instrument))).Add(value);
        }
    }

    private static IEnumerable<KeyValuePair<(Instrument Instrument, string Labels), T>> Ordered<T>(
        IEnumerable<KeyValuePair<(Instrument Instrument, string Labels), T>> series, Instrument instrument) =>
        series.Where(entry => entry.Key.Instrument == instrument).OrderBy(entry => entry.Key.Labels, StringComparer.Ordinal);

    private static IReadOnlyList<double> BoundsOf(Instrument instrument) => (instrument as Histogram<double>)?.Advice?.HistogramBucketBoundaries ?? [];

    private static string LabelsOf(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = new StringBuilder();
        foreach ((string name, object? value) in tags)
        {
            labels.Append(labels.Length == 0 ? string.Empty : ",").Append(PrometheusText.Label(PrometheusName.Plain(name), value?.ToString() ?? string.Empty));
        }

        return labels.ToString();
    }
}
