using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SearchIndex.Server.Collections;
using SearchIndex.Server.Security;

namespace SearchIndex.Server.Pages.Operating;

/// <summary>
/// Lets operators use their page from a browser, which does not send keys by itself. Without keys, on this machine, everybody is the operator,
/// and only what proves to be sent by the page itself counts. With keys a cookie holds a session: it is sent to this page only, never from
/// other sites, and what is sent has to carry the token of its form as well.
/// </summary>
internal static class OperatorGate
{
    /// <summary>The name of the cookie.</summary>
    public const string Cookie = "operator";

    /// <summary>The name of the field with the token of a form.</summary>
    public const string TokenField = "token";

    private const string SameOrigin = "same-origin";

    /// <summary>Returns the operator that a request is from, or null.</summary>
    public static Operator? OperatorOf(HttpContext context, SearchServiceOptions options)
    {
        if (!options.NeedsKeys)
        {
            return new Operator(KeyScope.Admin, FormToken: null);
        }

        return Sessions(context).Find(context.Request.Cookies[Cookie]) is ({ } session, { } key) && ScopeOf(context, key) is { } scope
            ? new Operator(scope, session.FormToken)
            : null;
    }

    /// <summary>Tells whether a form was sent by the page itself, as far as browsers say: what they do not say is decided by the token.</summary>
    public static bool IsOwn(HttpContext context, SearchServiceOptions options, IFormCollection form, Operator? sender)
    {
        HttpRequest request = context.Request;
        string site = request.Headers["Sec-Fetch-Site"].ToString();
        string origin = request.Headers.Origin.ToString();
        bool isSaid = site.Length > 0 || (origin.Length > 0 && origin != "null");
        bool isForeign = site.Length > 0 ? site != SameOrigin : isSaid && origin != $"{request.Scheme}://{request.Host}";
        if (isForeign)
        {
            return false;
        }

        if (sender?.FormToken is { } token)
        {
            return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(form[TokenField].ToString()));
        }

        // Without a session: signing in, which needs a key, or this machine, where the name tells the page from one whose name was turned to it.
        return options.NeedsKeys || (isSaid && options.IsOwnName(request.Host.Host));
    }

    /// <summary>Signs in with the text of a key.</summary>
    /// <returns>Whether the key is one of an operator.</returns>
    public static bool SignIn(HttpContext context, string text)
    {
        if (context.RequestServices.GetRequiredService<KeyRing>().Find(text.Trim()) is not { } key || ScopeOf(context, key) is null)
        {
            return false;
        }

        context.Response.Cookies.Append(Cookie, Sessions(context).Begin(key), CookieOf(context, OperatorSessions.Lifetime));
        return true;
    }

    /// <summary>Ends the session of a request.</summary>
    public static void SignOut(HttpContext context)
    {
        Sessions(context).End(context.Request.Cookies[Cookie]);
        context.Response.Cookies.Delete(Cookie, CookieOf(context, lifetime: null));
    }

    /// <summary>Returns what a key may do as an operator of the archive that a request is about; null for nothing.</summary>
    private static KeyScope? ScopeOf(HttpContext context, AccessKey key) =>
        key.ScopeFor(CollectionRoutes.Of(context)?.Name) is { } scope and >= KeyScope.Index ? scope : null;

    private static OperatorSessions Sessions(HttpContext context) => context.RequestServices.GetRequiredService<OperatorSessions>();

    private static CookieOptions CookieOf(HttpContext context, TimeSpan? lifetime) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = lifetime,
        Path = PageLinks.Of(context.Request).Operate,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
    };
}
