using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SearchIndex.Server.Tests.Logging;

/// <summary>Keeps the lines of a log that get through its filters, with the values in them.</summary>
internal sealed class KeptLog : ILoggerProvider
{
    private readonly ConcurrentQueue<Line> _lines = new();

    /// <summary>Gets the lines.</summary>
    public IReadOnlyCollection<Line> Lines => _lines;

    /// <summary>Listens to the log of a service.</summary>
    public void Join(WebApplication app) => app.Services.GetRequiredService<ILoggerFactory>().AddProvider(this);

    public ILogger CreateLogger(string categoryName) => new Category(categoryName, _lines);

    public void Dispose()
    {
    }

    /// <summary>A line.</summary>
    internal sealed record Line(string Category, LogLevel Level, string Text, IReadOnlyDictionary<string, object?> Values, Exception? Exception);

    private sealed class Category(string name, ConcurrentQueue<Line> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var values = (state as IReadOnlyList<KeyValuePair<string, object?>>)?.ToDictionary(value => value.Key, value => value.Value) ?? [];
            lines.Enqueue(new Line(name, logLevel, formatter(state, exception), values, exception));
        }
    }
}
