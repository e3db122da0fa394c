using System.CommandLine;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SearchIndex.Benchmarks;

/// <summary>
/// The other side of <c>load</c>, started by it: a minimal API with one route, the parameter of a search, and always the same answer. What
/// it reaches is what the machine, Kestrel and the client of the measurement leave to any service.
/// </summary>
internal static class BareCommand
{
    /// <summary>The name of the command.</summary>
    public const string Name = "bare";

    public static Command Create()
    {
        var answer = new Argument<string>("answer") { Description = "the file that is sent" };
        var urls = new Option<string>("--urls") { Description = "where to listen", Required = true };
        var command = new Command(Name, "a bare service beside ours, started by load") { answer, urls };
        command.Hidden = true;
        command.SetAction(async (parse, cancellation) =>
            await ServeAsync(parse.GetValue(answer)!, parse.GetValue(urls)!, cancellation).ConfigureAwait(false));
        return command;
    }

    private static async Task<int> ServeAsync(string file, string urls, CancellationToken cancellation)
    {
        byte[] answer = await File.ReadAllBytesAsync(file, cancellation).ConfigureAwait(false);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(urls);
        builder.Logging.ClearProviders();
        WebApplication app = builder.Build();
        await using ConfiguredAsyncDisposable disposal = app.ConfigureAwait(false);
        app.MapGet("/api/v1/search", (string? q) => TypedResults.Bytes(answer, "application/json; charset=utf-8"));
        await app.StartAsync(cancellation).ConfigureAwait(false);
        Console.WriteLine("bare service " + app.Urls.First());
        await app.WaitForShutdownAsync(cancellation).ConfigureAwait(false);
        return 0;
    }
}
