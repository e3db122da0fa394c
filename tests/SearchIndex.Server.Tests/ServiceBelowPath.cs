using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace SearchIndex.Server.Tests;

/// <summary>Lets a service answer below a path as well, as an archive of several does. The path is taken off before anything of the service sees the request.</summary>
internal sealed class ServiceBelowPath : IObserver<KeyValuePair<string, object?>>
{
    /// <summary>The path.</summary>
    public const string Base = "/archives/one";

    private const string Begun = "Microsoft.AspNetCore.Hosting.HttpRequestIn.Start";

    /// <summary>Takes the path off; for <see cref="RunningService.StartAsync(SearchServiceOptions, Action{WebApplication})"/>.</summary>
    public static void Add(WebApplication app) => app.Services.GetRequiredService<DiagnosticListener>().Subscribe(new ServiceBelowPath());

    /// <inheritdoc/>
    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value is (Begun, HttpContext context) && context.Request.Path.StartsWithSegments(Base, out PathString rest))
        {
            context.Request.PathBase = Base;
            context.Request.Path = rest;
        }
    }

    /// <inheritdoc/>
    public void OnCompleted()
    {
    }

    /// <inheritdoc/>
    public void OnError(Exception error)
    {
    }
}
