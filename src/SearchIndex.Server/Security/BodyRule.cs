using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace SearchIndex.Server.Security;

/// <summary>That an address reads a body, and how large it may be: routes carry it. Those without read none.</summary>
/// <param name="MostBytes">The largest body, if the settings allow that.</param>
internal sealed record BodyRule(long MostBytes)
{
    private const long MostBytesOfRequests = 64 << 10;

    /// <summary>Gets the rule of addresses that read as much as the settings allow.</summary>
    public static BodyRule Content { get; } = new(long.MaxValue);

    /// <summary>Gets the rule of addresses that read what is to be done.</summary>
    public static BodyRule Command { get; } = new(MostBytesOfRequests);

    /// <summary>Returns the largest body of a request; 0 when its address reads none.</summary>
    public static long MostBytesOf(HttpContext context, SearchServiceOptions options) =>
        context.GetEndpoint()?.Metadata.GetMetadata<BodyRule>() is { } rule ? Math.Min(rule.MostBytes, options.MaxBodyBytes) : 0;

    /// <summary>Holds bodies to the limit that do not say how long they are.</summary>
    public static void LimitBody(HttpContext context, SearchServiceOptions options)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
        {
            body.MaxRequestBodySize = MostBytesOf(context, options);
        }
    }
}
