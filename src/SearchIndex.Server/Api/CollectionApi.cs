using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SearchIndex.Server.Collections;
using SearchIndex.Server.Security;

namespace SearchIndex.Server.Api;

/// <summary>The archives of the service.</summary>
internal static class CollectionApi
{
    /// <summary>Maps the route.</summary>
    public static void MapCollectionApi(this IEndpointRouteBuilder routes) => routes.MapGet("/collections", List)
        .WithName("collections")
        .OfTheServiceToo()
        .WithSummary("Lists the archives")
        .WithDescription("Returns the archives of the service that the key is for. What is of one of them, its API too, is below its path; a service with only one has it at the root.");

    internal static Ok<IReadOnlyList<CollectionSummary>> List(CollectionSet collections, SearchServiceOptions options, HttpContext context) =>
        TypedResults.Ok<IReadOnlyList<CollectionSummary>>([.. collections.Where(one => KeyGate.MaySearch(context, options, one)).Select(CollectionSummary.Of)]);
}
