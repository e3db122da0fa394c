using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace SearchIndex.Cli.Tests;

/// <summary><c>searchindex serve</c> as a process of its own, and what an operator asks it over HTTP.</summary>
internal sealed class ServiceProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    private readonly Process _process;
    private readonly HttpClient _client;

    private ServiceProcess(Process process, Uri address)
    {
        _process = process;
        _client = new HttpClient { BaseAddress = address };
    }

    /// <summary>Starts the service on a free port, and waits until it says where.</summary>
    /// <param name="arguments">The arguments behind <c>serve</c>.</param>
    public static Task<ServiceProcess> StartAsync(params string[] arguments) => StartBehindAsync([], arguments);

    /// <summary>Starts the service by another program, which becomes it.</summary>
    /// <param name="before">The program and its arguments, behind which those of the service come; none for the service itself.</param>
    /// <param name="arguments">The arguments behind <c>serve</c>.</param>
    public static async Task<ServiceProcess> StartBehindAsync(string[] before, params string[] arguments)
    {
        string[] command = [.. before, "dotnet", BuiltProgram.Assembly, "serve", "--urls", "http://127.0.0.1:0", .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };

        Process process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        string line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("the service ended before it said where it listens");
        return new ServiceProcess(process, new Uri(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^1]));
    }

    /// <summary>Gets where the process sees the files of the system.</summary>
    public string Root => $"/proc/{_process.Id}/root";

    /// <summary>Kills the process (SIGKILL).</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Starts a task and returns its id.</summary>
    public async Task<string> StartTaskAsync(string kind)
    {
        using HttpResponseMessage response = await _client.PostAsJsonAsync("/api/v1/tasks", new { kind });
        return (await ReadAsync(response, HttpStatusCode.Accepted)).GetProperty("id").GetString()!;
    }

    /// <summary>Sends articles, one a line, which must be accepted; returns the id of their task.</summary>
    public async Task<string> SendAsync(IEnumerable<object> articles)
    {
        return (await SendAsync(articles, HttpStatusCode.Accepted)).GetProperty("task").GetProperty("id").GetString()!;
    }

    /// <summary>Sends articles, one a line, and returns the answer, which must have a status.</summary>
    public async Task<JsonElement> SendAsync(IEnumerable<object> articles, HttpStatusCode expected)
    {
        using var lines = new StringContent(string.Join('\n', articles.Select(article => JsonSerializer.Serialize(article))), mediaType: new("application/x-ndjson"));
        using HttpResponseMessage response = await _client.PostAsync("/api/v1/articles:bulk", lines);
        return await ReadAsync(response, expected);
    }

    /// <summary>Returns all tasks by their ids.</summary>
    public async Task<Dictionary<string, JsonElement>> TasksAsync() =>
        (await GetAsync("/api/v1/tasks")).EnumerateArray().ToDictionary(task => task.GetProperty("id").GetString()!);

    /// <summary>Waits until a task is no longer in some states.</summary>
    public async Task<JsonElement> UntilNotAsync(string id, params string[] states)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            JsonElement task = await GetAsync("/api/v1/tasks/" + id);
            if (!states.Contains(task.GetProperty("state").GetString()))
            {
                return task;
            }

            await Task.Delay(Pause, patience.Token);
        }
    }

    /// <summary>Waits until no task waits or works.</summary>
    public async Task UntilIdleAsync()
    {
        foreach (string id in (await TasksAsync()).Keys)
        {
            await UntilNotAsync(id, "queued", "running");
        }
    }

    /// <summary>Returns how many articles a query finds.</summary>
    public async Task<int> CountAsync(string query) =>
        (await GetAsync("/api/v1/search?collapse=off&q=" + query)).GetProperty("total").GetProperty("value").GetInt32();

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
        _client.Dispose();
    }

    private async Task<JsonElement> GetAsync(string address)
    {
        using HttpResponseMessage response = await _client.GetAsync(address);
        return await ReadAsync(response, HttpStatusCode.OK);
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response, HttpStatusCode expected)
    {
        string body = await response.Content.ReadAsStringAsync();
        return response.StatusCode == expected
            ? JsonDocument.Parse(body).RootElement
            : throw new InvalidOperationException($"{response.RequestMessage?.RequestUri} answered {(int)response.StatusCode}: {body}");
    }
}
