using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SearchIndex.Server.Tests.Tracing;

/// <summary>A collector that keeps what is posted to it.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication _receiver;
    private readonly ConcurrentQueue<(string Path, string? MediaType, byte[] Body)> _posts = new();

    private OtlpReceiver(WebApplication receiver)
    {
        _receiver = receiver;
        receiver.MapPost("/{**path}", TakeAsync);
    }

    /// <summary>Gets the address to send to.</summary>
    public Uri Address => new(_receiver.Urls.Single());

    /// <summary>Starts a receiver on a free port.</summary>
    public static async Task<OtlpReceiver> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        WebApplication app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var receiver = new OtlpReceiver(app);
        await app.StartAsync();
        return receiver;
    }

    /// <summary>Returns the bodies that came to a path, which have to be protobuf.</summary>
    public IReadOnlyList<byte[]> BodiesOf(string path)
    {
        (string Path, string? MediaType, byte[] Body)[] posts = [.. _posts.Where(post => post.Path == path)];
        Assert.All(posts, post => Assert.Equal("application/x-protobuf", post.MediaType));
        return [.. posts.Select(post => post.Body)];
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _receiver.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        _posts.Enqueue((context.Request.Path, context.Request.ContentType, body.ToArray()));
        context.Response.ContentType = "application/x-protobuf";
    }
}
