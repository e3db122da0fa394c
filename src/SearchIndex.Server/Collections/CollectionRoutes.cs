using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SearchIndex.Server.Api;
using SearchIndex.Server.Pages;

namespace SearchIndex.Server.Collections;

/// <summary>
/// Finds out which archive a request is about. Below <c>/collections/NAME</c> every archive has all the addresses that a service with one has at
/// its root: routes, links and the API's document know only of a base path.
/// </summary>
internal static class CollectionRoutes
{
    /// <summary>The beginning of the addresses of archives that have names.</summary>
    public const string Path = "/collections";

    /// <summary>Chooses the archive. Before the routing.</summary>
    public static void UseCollections(this WebApplication app)
    {
        CollectionSet collections = app.Services.GetRequiredService<CollectionSet>();
        app.Use((context, next) =>
        {
            foreach (Collection one in collections)
            {
                // Every address begins with the empty path of the only archive.
                if (context.Request.Path.StartsWithSegments(one.Path, StringComparison.Ordinal, out PathString rest))
                {
                    context.Features.Set(one);
                    context.Request.PathBase += one.Path;
                    context.Request.Path = rest;
                    break;
                }
            }

            return next(context);
        });
    }

    /// <summary>
    /// Refuses requests for what only an archive has when they name none, or one that is not there; leads those for an archive to its front
    /// page. After the gate of keys, since others are not to learn what archives there are.
    /// </summary>
    public static void UseCollectionGate(this WebApplication app) => app.Use((context, next) =>
    {
        if (Of(context) is { Name.Length: > 0 } && !context.Request.Path.HasValue)
        {
            return RedirectAsync(context);
        }

        return IsThere(context) ? next(context) : RefuseAsync(context);
    });

    /// <summary>Tells whether who a request is about, an archive or the service as a whole, has the address that it leads to.</summary>
    public static bool IsThere(HttpContext context)
    {
        if (context.GetEndpoint() is not (null or RouteEndpoint))
        {
            return true; // The routing itself answers that the method, or the kind of the body, is wrong.
        }

        Owners owners = context.GetEndpoint()?.Metadata.GetMetadata<Owners>() ?? Owners.Archives;
        return Of(context) switch
        {
            null => owners.HasService,
            { Name.Length: 0 } => true,
            _ => owners.HasArchives,
        };
    }

    /// <summary>Marks addresses that only the service as a whole has, whether its archives have names or not.</summary>
    public static TBuilder OfTheService<TBuilder>(this TBuilder routes)
        where TBuilder : IEndpointConventionBuilder => routes.WithMetadata(Owners.Service);

    /// <summary>Marks addresses that the service has at its root, and every archive below its path.</summary>
    public static TBuilder OfTheServiceToo<TBuilder>(this TBuilder routes)
        where TBuilder : IEndpointConventionBuilder => routes.WithMetadata(Owners.Both);

    /// <summary>Returns the archive that a request is about, or null.</summary>
    public static Collection? Of(HttpContext context) => context.Features.Get<Collection>();

    /// <summary>Tells whether an address is one of the API, also of an archive that is not there.</summary>
    public static bool IsOfApi(PathString path) =>
        path.StartsWithSegments(ApiPath.Any)
        || (path.StartsWithSegments(Path, StringComparison.Ordinal, out PathString name)
            && name.Value!.Split('/') is [_, _, var first, ..] && ApiPath.Any.Equals('/' + first, StringComparison.OrdinalIgnoreCase));

    private static Task RedirectAsync(HttpContext context)
    {
        context.Response.Headers.Location = $"{context.Request.PathBase}/{context.Request.QueryString}";
        context.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
        return Task.CompletedTask;
    }

    private static Task RefuseAsync(HttpContext context)
    {
        IResult answer = IsOfApi(context.Request.Path) ? ApiProblems.UnknownCollection() : SearchPageRoutes.NotFound(context);
        return answer.ExecuteAsync(context);
    }

    /// <summary>Who has an address where archives have names.</summary>
    private sealed record Owners(bool HasService, bool HasArchives)
    {
        public static Owners Archives { get; } = new(HasService: false, HasArchives: true);

        public static Owners Service { get; } = new(HasService: true, HasArchives: false);

        public static Owners Both { get; } = new(HasService: true, HasArchives: true);
    }
}
