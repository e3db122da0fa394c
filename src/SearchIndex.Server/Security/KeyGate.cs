using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using SearchIndex.Server.Api;
using SearchIndex.Server.Collections;

namespace SearchIndex.Server.Security;

/// <summary>
/// Lets requests through that need no key or have the right one. Who a request is from is found out first, so that the rate limits between
/// the two steps count each key, and each address that guesses.
/// </summary>
internal static class KeyGate
{
    private const string Scheme = "Bearer ";

    /// <summary>Finds out which key a request has.</summary>
    public static void UseKeys(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        string? header = context.Request.Headers.Authorization;
        if (header?.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) == true)
        {
            KeyRing keys = context.RequestServices.GetRequiredService<KeyRing>();
            context.Features.Set(keys.Find(header[Scheme.Length..].Trim()));
        }

        return next(context);
    });

    /// <summary>Gets the key of a request; null when it has none that is valid.</summary>
    public static AccessKey? KeyOf(HttpContext context) => context.Features.Get<AccessKey>();

    /// <summary>Refuses requests whose key does not open their address.</summary>
    public static void UseKeyGate(this IApplicationBuilder app, SearchServiceOptions options)
    {
        if (options.NeedsKeys)
        {
            app.Use((context, next) => Refusal(context, options) is { } refusal ? refusal.ExecuteAsync(context) : next(context));
        }
        else
        {
            app.Use((context, next) => IsChangeByAnotherName(context, options) ? ApiProblems.WrongHost(context.Request.Host.Host).ExecuteAsync(context) : next(context));
        }
    }

    /// <summary>Returns why what a request asks for needs another key than its address does, or null when its key is enough.</summary>
    public static ProblemHttpResult? RefusalOf(HttpContext context, SearchServiceOptions options, KeyScope needed) =>
        !options.NeedsKeys || KeyOf(context) is not { } key ? null : Refusal(context, key, needed);

    /// <summary>Tells whether who sent a request may search an archive.</summary>
    public static bool MaySearch(HttpContext context, SearchServiceOptions options, Collection collection) =>
        !options.NeedsKeys || options.PublicSearch || KeyOf(context)?.ScopeFor(collection.Name) is not null;

    /// <summary>
    /// A page of another site can give its own name the address of this machine, and is then free to send what it likes: where no key tells
    /// it from the operator, the name does.
    /// </summary>
    private static bool IsChangeByAnotherName(HttpContext context, SearchServiceOptions options) =>
        AccessRule.Of(context).Scope > KeyScope.Search
        && !HttpMethods.IsGet(context.Request.Method)
        && !HttpMethods.IsHead(context.Request.Method)
        && !options.IsOwnName(context.Request.Host.Host);

    private static ProblemHttpResult? Refusal(HttpContext context, SearchServiceOptions options)
    {
        if (AccessRule.Of(context).Scope is not { } needed || (needed == KeyScope.Search && options.PublicSearch))
        {
            return null;
        }

        if (KeyOf(context) is not { } key)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer realm=\"SearchIndex\"";
            return ApiProblems.NoKey();
        }

        return Refusal(context, key, needed);
    }

    private static ProblemHttpResult? Refusal(HttpContext context, AccessKey key, KeyScope needed)
    {
        KeyScope? scope = key.ScopeFor(CollectionRoutes.Of(context)?.Name);
        return scope >= needed ? null : ApiProblems.WrongScope(scope, needed);
    }
}
