using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using SearchIndex.Server.Api;
using SearchIndex.Server.Metrics;

namespace SearchIndex.Server.Security;

/// <summary>How many requests each key, and each address without one, may make in a minute.</summary>
internal static class RequestRates
{
    private const int SecondsPerMinute = 60;

    /// <summary>The bytes of an IPv6 address that tell one client from another: it may choose the others itself.</summary>
    private const int NetworkBytes = 8;

    /// <summary>Adds the limits.</summary>
    public static void AddRequestRates(this IServiceCollection services, SearchServiceOptions options) => services.AddRateLimiter(limiter =>
    {
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => Partition(context, options.EffectiveRequestsPerMinute));
        limiter.OnRejected = async (rejected, cancellation) =>
        {
            TimeSpan wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan told) ? told : TimeSpan.FromSeconds(1);
            await RefuseAsync(rejected.HttpContext, wait, ApiProblems.TooManyRequests());
        };
    });

    /// <summary>Answers that a client should come again, and when.</summary>
    public static Task RefuseAsync(HttpContext context, TimeSpan wait, ProblemHttpResult problem)
    {
        context.RequestServices.GetRequiredService<RequestMetrics>().CountRefusal(ProblemCode.Of(problem));
        int seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return problem.ExecuteAsync(context);
    }

    /// <summary>Returns what tells a client without a key from others.</summary>
    internal static string ClientOf(IPAddress? address)
    {
        if (address is null)
        {
            return "unknown";
        }

        IPAddress plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexStringLower(plain.GetAddressBytes().AsSpan(0, NetworkBytes))
            : plain.ToString();
    }

    private static RateLimitPartition<string> Partition(HttpContext context, int perMinute)
    {
        if (perMinute == 0 || AccessRule.Of(context) == AccessRule.Open)
        {
            return RateLimitPartition.GetNoLimiter(string.Empty);
        }

        string client = KeyGate.KeyOf(context) is { } key ? "key " + key.Id : "address " + ClientOf(context.Connection.RemoteIpAddress);
        return RateLimitPartition.GetTokenBucketLimiter(client, _ => Bucket(perMinute));
    }

    /// <summary>A minute's requests may come at once; they are given back evenly.</summary>
    private static TokenBucketRateLimiterOptions Bucket(int perMinute) => new()
    {
        TokenLimit = perMinute,
        TokensPerPeriod = Math.Max(1, perMinute / SecondsPerMinute),
        ReplenishmentPeriod = TimeSpan.FromSeconds(Math.Max(1, SecondsPerMinute / perMinute)),
        QueueLimit = 0,
    };
}
