using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace SearchIndex.Server.Pages;

/// <summary>How every page is answered.</summary>
internal static class PageAnswer
{
    /// <summary>The methods by which pages are asked for.</summary>
    public static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Answers with a page, and keeps the language that was chosen.</summary>
    public static ContentHttpResult Of(HttpContext context, Html page, int statusCode = StatusCodes.Status200OK)
    {
        LanguageSwitch.Remember(context);
        context.Response.Headers.Vary = "Accept-Language, Cookie";
        context.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Content(page.ToString(), "text/html; charset=utf-8", statusCode: statusCode);
    }
}
