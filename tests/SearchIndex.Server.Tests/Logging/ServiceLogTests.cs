using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using SearchIndex.Server.Logging;

namespace SearchIndex.Server.Tests.Logging;

/// <summary>How lines look on the console.</summary>
public sealed class ServiceLogTests
{
    [Fact]
    public async Task Json_Line_IsOneObjectWithItsValues()
    {
        string line = await WriteAsync(LogFormat.Json);

        Assert.Equal(1, line.Count(character => character == '\n'));
        JsonElement told = JsonDocument.Parse(line).RootElement;
        Assert.Equal("Warning", told.GetProperty("LogLevel").GetString());
        Assert.Equal("SearchIndex.SlowQueries", told.GetProperty("Category").GetString());
        Assert.Equal(12.5, told.GetProperty("State").GetProperty("Milliseconds").GetDouble());
        Assert.Equal("林芳正", told.GetProperty("State").GetProperty("Query").GetString());
        Assert.Contains("\"林芳正\"", line, StringComparison.Ordinal);
        Assert.Matches("^[0-9-]{10}T[0-9:]{8}\\.[0-9]{3}Z$", told.GetProperty("Timestamp").GetString()!);
        Assert.False(told.TryGetProperty("Scopes", out _));
    }

    [Fact]
    public async Task Text_Line_IsOneLine()
    {
        string line = await WriteAsync(LogFormat.Text);

        Assert.Equal(1, line.Count(character => character == '\n'));
        Assert.Contains("SearchIndex.SlowQueries[0] slow: 12.5 ms, query 林芳正", line, StringComparison.Ordinal);
    }

    /// <summary>Writes a line with the formatter that a service of these options has chosen.</summary>
    private static async Task<string> WriteAsync(LogFormat format)
    {
        await using WebApplication service = SearchService.Build(new SearchServiceOptions { Collections = [new() { IndexFolder = "nowhere" }], LogFormat = format });
        string? chosen = service.Services.GetRequiredService<IOptions<ConsoleLoggerOptions>>().Value.FormatterName;
        ConsoleFormatter formatter = service.Services.GetServices<ConsoleFormatter>().Single(known => known.Name == chosen);
        KeyValuePair<string, object?>[] values = [new("Milliseconds", 12.5), new("Query", "林芳正")];
        var entry = new LogEntry<KeyValuePair<string, object?>[]>(
            LogLevel.Warning, RequestLog.SlowQueries, 0, values, exception: null, (_, _) => "slow: 12.5 ms, query 林芳正");
        using var text = new StringWriter();
        formatter.Write(entry, scopeProvider: null, text);
        return text.ToString();
    }
}
