using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SearchIndex.News.Query;
using SearchIndex.Server.Api;
using SearchIndex.Server.Metrics;

namespace SearchIndex.Server.Security;

/// <summary>What one request may ask for, and how many may be under way.</summary>
internal static class RequestLimits
{
    private static readonly TimeSpan WhenBusy = TimeSpan.FromSeconds(1);

    /// <summary>Adds the time that a request may take. Exports have no end of their own: they go on for as long as their client reads.</summary>
    public static void AddQueryTimeout(this IServiceCollection services, SearchServiceOptions options) => services.AddRequestTimeouts(timeouts =>
        timeouts.DefaultPolicy = new RequestTimeoutPolicy
        {
            Timeout = options.QueryTimeout,
            TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
            WriteTimeoutResponse = context => RequestRates.RefuseAsync(context, WhenBusy, ApiProblems.QueryTimeout(options.QueryTimeout)),
        });

    /// <summary>Refuses requests that are too large, and those that ask for too much.</summary>
    public static void UseRequestLimits(this IApplicationBuilder app, SearchServiceOptions options) => app.Use((context, next) =>
    {
        BodyRule.LimitBody(context, options);
        return Refusal(context.Request, options) is { } refusal ? refusal.ExecuteAsync(context) : next(context);
    });

    /// <summary>Lets only so many requests work at once, lets as many wait, and refuses the others at once rather than all of them late.</summary>
    public static void UseConcurrencyLimit(this IApplicationBuilder app, SearchServiceOptions options)
    {
        if (options.MaxConcurrent == 0)
        {
            return;
        }

        var limiter = new ConcurrencyLimiter(new ConcurrencyLimiterOptions
        {
            PermitLimit = options.MaxConcurrent,
            QueueLimit = options.MaxConcurrent,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        });
        app.ApplicationServices.GetRequiredService<RequestMetrics>().Watch(limiter, options.MaxConcurrent);
        app.Use(async (context, next) =>
        {
            if (!AccessRule.Of(context).TakesTurns)
            {
                await next(context);
                return;
            }

            using RateLimitLease lease = await limiter.AcquireAsync(1, context.RequestAborted);
            if (!lease.IsAcquired)
            {
                await RequestRates.RefuseAsync(context, WhenBusy, ApiProblems.Busy());
                return;
            }

            // A search keeps its thread until it is done. Going to the end of the line lets those be counted first that have come
            // already; they would wait for a thread without being counted, and none would ever be refused.
            await Task.Yield();
            await next(context);
        });
    }

    private static IResult? Refusal(HttpRequest request, SearchServiceOptions options)
    {
        // Where the routing answers itself, the method or the kind of the body is wrong, and says more than its length.
        long mostBytes = BodyRule.MostBytesOf(request.HttpContext, options);
        if (request.ContentLength > mostBytes && request.HttpContext.GetEndpoint() is null or RouteEndpoint)
        {
            return ApiProblems.BodyTooLarge(mostBytes);
        }

        if (options.MaxQueryLength < SearchRequest.MaxQueryLength && request.Query["q"].ToString().Length > options.MaxQueryLength)
        {
            return ApiProblems.QueryTooLong(options.MaxQueryLength);
        }

        string size = request.Query["size"].ToString();
        bool isTooMuch = int.TryParse(size, NumberStyles.Integer, CultureInfo.InvariantCulture, out int hits)
            && hits > options.MaxPageSize && hits <= SearchRequest.MaxSize;
        return isTooMuch
            ? ApiProblems.WrongParameters([new ParameterProblem("size", size, $"a whole number from 1 to {options.MaxPageSize}")])
            : null;
    }
}
