using System.Net;
using Microsoft.AspNetCore.Http;

namespace SearchIndex.Server;

/// <summary>What a search service needs to know.</summary>
public sealed record SearchServiceOptions
{
    /// <summary>The address when nothing else is asked: this machine only.</summary>
    public const string DefaultUrls = "http://127.0.0.1:5080";

    /// <summary>Gets the folder of the index. It need not hold one yet; the service picks it up when it does.</summary>
    public required string IndexFolder { get; init; }

    /// <summary>Gets the addresses to listen on, separated by semicolons. Port 0 takes a free one.</summary>
    public string Urls { get; init; } = DefaultUrls;

    /// <summary>Gets the files and folders that the service keeps the index up to date with; none by default.</summary>
    public IReadOnlyList<string> WatchedPaths { get; init; } = [];

    /// <summary>Gets the file of regional variants, or null for those that are part of the program. It is read again when it changes.</summary>
    public string? VariantsFile { get; init; }

    /// <summary>Gets the file of saved queries, or null for none. It is read again when it changes.</summary>
    public string? QueriesFile { get; init; }

    /// <summary>Gets the origins whose scripts may read the API, such as <c>https://library.example</c>; none by default.</summary>
    public IReadOnlyList<string> CorsOrigins { get; init; } = [];

    /// <summary>Returns the first address that cannot be listened on, such as one without <c>http://</c>, or null when all are well formed.</summary>
    public static string? FindWrongUrl(string? urls)
    {
        string[] addresses = (urls ?? string.Empty).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return addresses.Length == 0 ? string.Empty : addresses.FirstOrDefault(address => !IsHttp(address));
    }

    private static bool IsHttp(string address)
    {
        try
        {
            var binding = BindingAddress.Parse(address);
            return binding.Scheme == "http" && binding.PathBase.Length == 0 && binding.Port <= IPEndPoint.MaxPort;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
