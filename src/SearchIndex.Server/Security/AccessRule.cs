using Microsoft.AspNetCore.Http;
using SearchIndex.Server.Collections;

namespace SearchIndex.Server.Security;

/// <summary>What an address asks of those who come: routes carry it; those without ask for the scope to search.</summary>
/// <param name="Scope">The scope that a key must have; null for none at all, with a key or without.</param>
/// <param name="IsCounted">Whether requests count for the limit of rate.</param>
internal sealed record AccessRule(KeyScope? Scope, bool IsCounted = true)
{
    /// <summary>Gets the rule of addresses that tell nothing of the archive: health, style, icons.</summary>
    public static AccessRule Open { get; } = new(Scope: null, IsCounted: false);

    /// <summary>Gets the rule of addresses that ask for a key themselves, as pages do that browsers sign in to.</summary>
    public static AccessRule ByItself { get; } = new((KeyScope?)null);

    /// <summary>Gets the rule of addresses for those who run the service.</summary>
    public static AccessRule ForOperators { get; } = new(KeyScope.Admin);

    /// <summary>Gets the rule of addresses that change the index.</summary>
    public static AccessRule ForIndexing { get; } = new(KeyScope.Index);

    /// <summary>Gets whether requests wait for their turn when there are many. Those who run the service need its numbers most when it is busy.</summary>
    public bool TakesTurns => Scope is not (null or KeyScope.Admin);

    private static AccessRule Usual { get; } = new(KeyScope.Search);

    /// <summary>
    /// Returns the rule of the route that a request leads to. What the archive of a request has not is asked for as any other address that is not
    /// there: else an answer without a key would tell that there is the archive.
    /// </summary>
    public static AccessRule Of(HttpContext context) =>
        (CollectionRoutes.IsThere(context) ? context.GetEndpoint()?.Metadata.GetMetadata<AccessRule>() : null) ?? Usual;
}
