using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace SearchIndex.Server.Pages;

/// <summary>The few files of the page. They are part of the assembly; their addresses carry a hash, so that browsers may keep them for good.</summary>
internal static class SiteAssets
{
    private const string KeepForAYear = "public, max-age=31536000, immutable";

    private const int HashBytes = 6;

    private static readonly byte[] Style = Read("assets/site.css");

    private static readonly byte[] Icon = Read("assets/icon.svg");

    private static readonly byte[] Script = Read("assets/site.js");

    /// <summary>Gets the address of the style sheet.</summary>
    public static string StyleUrl { get; } = "/assets/site.css?v=" + HashOf(Style);

    /// <summary>Gets the address of the script.</summary>
    public static string ScriptUrl { get; } = "/assets/site.js?v=" + HashOf(Script);

    /// <summary>Gets the address of the icon.</summary>
    public static string IconUrl { get; } = "/assets/icon.svg?v=" + HashOf(Icon);

    /// <summary>Maps the addresses.</summary>
    public static void MapSiteAssets(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/assets/site.css", (HttpResponse response) => Send(response, Style, "text/css; charset=utf-8")).ExcludeFromDescription();
        routes.MapGet("/assets/site.js", (HttpResponse response) => Send(response, Script, "text/javascript; charset=utf-8")).ExcludeFromDescription();
        routes.MapGet("/assets/icon.svg", (HttpResponse response) => Send(response, Icon, "image/svg+xml")).ExcludeFromDescription();
    }

    private static FileContentHttpResult Send(HttpResponse response, byte[] content, string contentType)
    {
        response.Headers.CacheControl = KeepForAYear;
        return TypedResults.Bytes(content, contentType, entityTag: new EntityTagHeaderValue($"\"{HashOf(content)}\""));
    }

    private static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, HashBytes));

    private static byte[] Read(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"the assembly lacks its resource {name}");
        byte[] content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
