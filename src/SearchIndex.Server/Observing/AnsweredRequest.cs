using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SearchIndex.Server.Collections;

namespace SearchIndex.Server.Observing;

/// <summary>What is known of a request once it is answered. The address is not among it: it says what people look for.</summary>
/// <param name="Method">The method; one that HTTP does not know is <c>other</c>.</param>
/// <param name="Route">The pattern of the route, or <see cref="NoRoute"/>.</param>
/// <param name="Collection">The name of the archive that it was about; null for none, and when archives have no names.</param>
/// <param name="Status">The status of the answer.</param>
/// <param name="Took">The time from the first to the last step of the service.</param>
/// <param name="Hits">How many hits the search had; null when there was none.</param>
/// <param name="IsPartial">Whether the search looked at a part only, because its time was over.</param>
/// <param name="Trace">The id that problems and spans of the request have as well.</param>
internal sealed record AnsweredRequest(string Method, string Route, string? Collection, int Status, TimeSpan Took, int? Hits, bool IsPartial, string? Trace)
{
    /// <summary>What stands for the route of a request that was refused before there was one.</summary>
    public const string NoRoute = "none";

    private static readonly string[] KnownMethods =
        [HttpMethods.Get, HttpMethods.Head, HttpMethods.Post, HttpMethods.Put, HttpMethods.Delete, HttpMethods.Options, HttpMethods.Patch];

    /// <summary>Returns what is known of a request.</summary>
    public static AnsweredRequest Of(HttpContext context, TimeSpan took) => new(
        KnownMethods.FirstOrDefault(method => HttpMethods.Equals(method, context.Request.Method)) ?? "other",
        (EndpointOf(context) as RouteEndpoint)?.RoutePattern.RawText ?? NoRoute,
        CollectionRoutes.Of(context) is { Name.Length: > 0 } collection ? collection.Name : null,
        context.Response.StatusCode,
        took,
        FoundHits.Of(context),
        FoundHits.IsPartial(context),
        Activity.Current?.TraceId.ToHexString());

    /// <summary>Returns where a request led to, also when that failed.</summary>
    public static Endpoint? EndpointOf(HttpContext context) => context.GetEndpoint() ?? context.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
}
