using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using SearchIndex.News.Query;
using SearchIndex.Server.Metrics;

namespace SearchIndex.Server.Tracing;

/// <summary>
/// Sends numbers and traces to a collector by OTLP for as long as the service runs. Where to is a setting; for the rest the variables of
/// OpenTelemetry hold, such as <c>OTEL_EXPORTER_OTLP_HEADERS</c> and <c>OTEL_METRIC_EXPORT_INTERVAL</c>.
/// </summary>
internal sealed class OtlpExport : IHostedService, IDisposable
{
    private const string ServiceName = "searchindex";
    private const string ProtocolVariable = "OTEL_EXPORTER_OTLP_PROTOCOL";

    /// <summary>A collector that does not answer is not to hold up the end of the service.</summary>
    private const int StopMilliseconds = 2_000;

    private readonly Uri _endpoint;
    private MeterProvider? _metrics;
    private TracerProvider? _traces;

    /// <summary>Creates the export. The meter is asked for so that it is closed after the last numbers were sent.</summary>
    public OtlpExport(SearchServiceOptions options, ServiceMeter meter)
    {
        ArgumentNullException.ThrowIfNull(meter);
        _endpoint = options.OtlpEndpoint ?? throw new ArgumentException("there is no address to send to", nameof(options));
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        // What the environment says of the service comes last: it is the stronger.
        ResourceBuilder resource = ResourceBuilder.CreateEmpty()
            .AddService(ServiceName, serviceVersion: ProcessMetrics.Version)
            .AddTelemetrySdk()
            .AddEnvironmentVariableDetector();
        _metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter(ServiceMeter.Name)
            .AddOtlpExporter(exporter => Aim(exporter, "v1/metrics"))
            .Build();
        _traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(resource)
            .AddSource(RequestSpan.SourceName, QueryTrace.SourceName)
            .AddOtlpExporter(exporter => Aim(exporter, "v1/traces"))
            .Build();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            _traces?.Shutdown(StopMilliseconds);
            _metrics?.Shutdown(StopMilliseconds);
        },
        CancellationToken.None);

    /// <inheritdoc/>
    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
    }

    /// <summary>Over HTTP each kind of data has its path below the address; gRPC has none.</summary>
    private void Aim(OtlpExporterOptions exporter, string path)
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(ProtocolVariable)))
        {
            exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
        }

        exporter.Endpoint = exporter.Protocol == OtlpExportProtocol.HttpProtobuf ? new Uri($"{_endpoint.AbsoluteUri.TrimEnd('/')}/{path}") : _endpoint;
    }
}
