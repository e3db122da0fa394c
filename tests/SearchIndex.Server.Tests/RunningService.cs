using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;

namespace SearchIndex.Server.Tests;

/// <summary>The real service on a free port, and a client for it.</summary>
internal sealed class RunningService : IAsyncDisposable
{
    private readonly WebApplication _service;

    private RunningService(WebApplication service)
    {
        _service = service;
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(service.Urls.Single()) };
    }

    /// <summary>Gets the client.</summary>
    public HttpClient Client { get; }

    /// <summary>Gets the address of the service.</summary>
    public Uri Address => Client.BaseAddress!;

    /// <summary>Starts the service over an index folder; it follows the watched paths.</summary>
    public static Task<RunningService> StartAsync(string indexFolder, params string[] watched) =>
        StartAsync(new SearchServiceOptions { Collections = [new() { IndexFolder = indexFolder, WatchedPaths = watched }] });

    /// <summary>Starts the service on a free port.</summary>
    /// <param name="options">The options.</param>
    /// <param name="prepare">Adds addresses of a test.</param>
    public static async Task<RunningService> StartAsync(SearchServiceOptions options, Action<WebApplication>? prepare = null)
    {
        WebApplication service = SearchService.Build(options with { Urls = "http://127.0.0.1:0" });
        prepare?.Invoke(service);
        await service.StartAsync();
        return new RunningService(service);
    }

    /// <summary>Gets an address that must answer with JSON of a status.</summary>
    public async Task<JsonElement> GetJsonAsync(string address, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using HttpResponseMessage response = await Client.GetAsync(address);
        string body = await response.Content.ReadAsStringAsync();
        Assert.True(expected == response.StatusCode, $"{address} answered {(int)response.StatusCode}: {body}");
        string kind = expected == HttpStatusCode.OK ? "application/json" : "application/problem+json";
        Assert.Equal(kind, response.Content.Headers.ContentType?.MediaType);
        return JsonDocument.Parse(body).RootElement;
    }

    /// <summary>Gets an address that must answer with a page of a status.</summary>
    public async Task<string> GetPageAsync(string address, HttpStatusCode expected = HttpStatusCode.OK, string? language = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (language is not null)
        {
            request.Headers.Add("Accept-Language", language);
        }

        using HttpResponseMessage response = await Client.SendAsync(request);
        string body = await response.Content.ReadAsStringAsync();
        Assert.True(expected == response.StatusCode, $"{address} answered {(int)response.StatusCode}: {body}");
        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        return body;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _service.DisposeAsync();
    }
}
