using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SearchIndex.News.Query;
using SearchIndex.Server.Api;
using SearchIndex.Server.Collections;
using SearchIndex.Server.Feeds;
using SearchIndex.Server.Health;
using SearchIndex.Server.Logging;
using SearchIndex.Server.Pages;
using SearchIndex.Server.Pages.Operating;
using SearchIndex.Server.Pages.Status;
using SearchIndex.Server.Security;

namespace SearchIndex.Server;

/// <summary>Puts the service together: an HTTP API and a page over one or several archives.</summary>
public static class SearchService
{
    // What Kestrel asks of clients anyway; a telephone line of long ago has more.
    private const double LeastBytesPerSecond = 240;

    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Builds the service; the caller starts and stops it.</summary>
    public static WebApplication Build(SearchServiceOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
        });
        Listen(builder, options);
        builder.Logging.LogToStandardError(options.LogFormat);
        AddServices(builder.Services, options);

        WebApplication app = builder.Build();
        app.StartMetrics();
        app.UseRequestObserver();
        app.UseSecurityHeaders();
        app.UseListedHosts(options.Hosts);
        app.UseExceptionHandler(FaultsOfClients.Options);
        app.UseStatusCodePages();
        app.UseResponseCompression();
        app.UseCollections();
        app.UseCurrentVersion();
        app.UseRouting();
        app.UseOtherOrigins(options.CorsOrigins);
        app.UseKeys();
        app.UseRateLimiter();
        app.UseKeyGate(options);
        app.UseCollectionGate();
        app.UseRequestLimits(options);
        app.UseConcurrencyLimit(options);
        app.UseRequestTimeouts();
        app.MapHealth();
        app.MapMetrics();
        app.MapOpenApi().OfTheServiceToo();
        app.MapSearchApi();
        app.MapFeeds();
        app.MapSavedQueryFeeds();
        app.MapGroup(string.Empty).WithMetadata(AccessRule.Open).OfTheService().MapSiteAssets();
        app.MapStatusPage();
        app.MapOperatorPage();
        app.MapSearchPages();
        return app;
    }

    private static void Listen(WebApplicationBuilder builder, SearchServiceOptions options)
    {
        builder.WebHost.UseUrls(options.Urls);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestLineSize = options.MaxUrlBytes;
            kestrel.Limits.MaxRequestBodySize = options.MaxBodyBytes;
            kestrel.Limits.RequestHeadersTimeout = options.ClientPatience;
            kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(LeastBytesPerSecond, options.ClientPatience);
            kestrel.Limits.MinResponseDataRate = new MinDataRate(LeastBytesPerSecond, options.ClientPatience);
        });
    }

    private static void AddServices(IServiceCollection services, SearchServiceOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(options.Time);
        services.AddSingleton<SearchClock>();
        services.AddObserving(options);
        services.AddCollections(options);

        services.AddSingleton<IHostLifetime, CallersLifetime>();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        services.AddServiceHealth();
        services.AddProblemDetails(problems => problems.CustomizeProblemDetails = context =>
            context.ProblemDetails.Extensions.TryAdd(ProblemCode.Member, ProblemCode.OfStatus(context.ProblemDetails.Status)));
        services.AddAnswerCompression();
        services.AddCors();
        services.AddSingleton<KeyRing>();
        services.AddSingleton<OperatorSessions>();
        services.AddRequestRates(options);
        services.AddQueryTimeout(options);
        services.AddSearchOpenApi();
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Encoder = NewsJson.Readable.Encoder;
            json.SerializerOptions.NumberHandling = NewsJson.Readable.NumberHandling;
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, NewsJson.Default);
            foreach (JsonConverter converter in NewsJson.Readable.Converters)
            {
                json.SerializerOptions.Converters.Add(converter);
            }
        });
    }
}
