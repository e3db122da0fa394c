using System.Net;
using Microsoft.AspNetCore.Http;
using SearchIndex.News.Query;
using SearchIndex.Server.Collections;

namespace SearchIndex.Server;

/// <summary>What a search service needs to know.</summary>
public sealed partial record SearchServiceOptions
{
    /// <summary>The address when nothing else is asked: this machine only.</summary>
    public const string DefaultUrls = "http://127.0.0.1:5080";

    private const int UsualRequestsPerMinute = 600;

    /// <summary>How many requests work at once when nothing else is asked.</summary>
    public const int DefaultConcurrent = 64;

    /// <summary>
    /// Gets the archives of the service: one without a name, which is at the root of the service, or some that all have one. None by default,
    /// with which there is no service.
    /// </summary>
    public IReadOnlyList<CollectionOptions> Collections { get; init; } = [];

    /// <summary>Gets the addresses to listen on, separated by semicolons. Port 0 takes a free one.</summary>
    public string Urls { get; init; } = DefaultUrls;

    /// <summary>Gets the origins whose scripts may read the API, such as <c>https://library.example</c>; none by default.</summary>
    public IReadOnlyList<string> CorsOrigins { get; init; } = [];

    /// <summary>Gets the names of this service that requests may have in their Host header; any by default.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Gets the file of keys, or null for none: no key is valid then. It is read again when it changes.</summary>
    public string? KeysFile { get; init; }

    /// <summary>Gets whether searching, pages included, needs no key even where the rest does.</summary>
    public bool PublicSearch { get; init; }

    /// <summary>Gets whether keys are needed on addresses of this machine too, as behind a proxy.</summary>
    public bool RequireKeys { get; init; }

    /// <summary>Gets whether requests need keys: on request, and whenever others than this machine can reach the service.</summary>
    public bool NeedsKeys => RequireKeys || !IsLoopback(Urls);

    /// <summary>Gets how many requests a key, or an address without one, may make in a minute; 0 for any number. Null for a number that suits the addresses.</summary>
    public int? RequestsPerMinute { get; init; }

    /// <summary>Gets how many requests a client may make in a minute: what was asked for, else any number on this machine's addresses only.</summary>
    public int EffectiveRequestsPerMinute => RequestsPerMinute ?? (NeedsKeys ? UsualRequestsPerMinute : 0);

    /// <summary>Gets how many requests may work at once; as many may wait, others get 503. 0 for any number.</summary>
    public int MaxConcurrent { get; init; } = DefaultConcurrent;

    /// <summary>
    /// Gets the time that one request may take, exports apart. After three quarters of it a search answers with what it has found; a
    /// request that has no answer at the end gets 503.
    /// </summary>
    public TimeSpan QueryTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Gets the longest request line in bytes. A query of 2,000 Chinese characters takes 18,000.</summary>
    public int MaxUrlBytes { get; init; } = 64 * 1024;

    /// <summary>Gets the largest body of a request in bytes, where one is read.</summary>
    public long MaxBodyBytes { get; init; } = 16 << 20;

    /// <summary>
    /// Gets how long a client may take for the headers of a request, and how long it may send or read its body at less than 240 bytes a
    /// second; then its connection is ended. More than a second.
    /// </summary>
    public TimeSpan ClientPatience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Gets the length of a query in UTF-16 units beyond which it is refused. At the limit of the search itself, longer ones are cut instead.</summary>
    public int MaxQueryLength { get; init; } = SearchRequest.MaxQueryLength;

    /// <summary>Gets the most hits on a page.</summary>
    public int MaxPageSize { get; init; } = SearchRequest.MaxSize;

    /// <summary>Gets the clock of searches, cursors and keys.</summary>
    internal TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Returns the options with all archives changed.</summary>
    public SearchServiceOptions WithCollections(Func<CollectionOptions, CollectionOptions> change) => this with { Collections = [.. Collections.Select(change)] };

    /// <summary>Returns whether only this machine reaches addresses that can be listened on.</summary>
    public static bool IsLoopback(string urls)
    {
        ArgumentNullException.ThrowIfNull(urls);
        return urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .All(address => IsLoopbackHost(BindingAddress.Parse(address).Host));
    }

    /// <summary>Returns whether a host is a name of this machine only.</summary>
    private static bool IsLoopbackHost(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address));

    /// <summary>
    /// Returns whether a name that somebody asked under is the service's own: with a list, all others were refused before; without one, it is a
    /// name of this machine.
    /// </summary>
    internal bool IsOwnName(string host) => Hosts.Count > 0 || IsLoopbackHost(host);

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
