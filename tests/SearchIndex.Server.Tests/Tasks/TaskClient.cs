using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace SearchIndex.Server.Tests.Tasks;

/// <summary>Does over HTTP what an operator does with tasks.</summary>
/// <param name="client">Where the service is.</param>
/// <param name="path">Below which address the archive is.</param>
internal sealed class TaskClient(HttpClient client, string path = "")
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Starts a task that must be accepted.</summary>
    public async Task<string> StartAsync(string kind)
    {
        using HttpResponseMessage response = await client.PostAsJsonAsync(path + "/api/v1/tasks", new { kind });
        JsonElement task = await JsonAsync(response, HttpStatusCode.Accepted);
        string id = task.GetProperty("id").GetString()!;
        Assert.Equal($"{path}/api/v1/tasks/{id}", response.Headers.Location?.OriginalString);
        Assert.Equal(kind, task.GetProperty("kind").GetString());
        return id;
    }

    /// <summary>Returns a task.</summary>
    public async Task<JsonElement> GetAsync(string id)
    {
        using HttpResponseMessage response = await client.GetAsync($"{path}/api/v1/tasks/{id}");
        return await JsonAsync(response, HttpStatusCode.OK);
    }

    /// <summary>Waits until a task ended, which must be as expected.</summary>
    public async Task<JsonElement> EndAsync(string id, string expected = "done")
    {
        JsonElement task = await UntilAsync(id, task => StateOf(task) is not ("queued" or "running"));
        Assert.True(expected == StateOf(task), task.ToString());
        return task;
    }

    /// <summary>Waits until something is true of a task.</summary>
    public async Task<JsonElement> UntilAsync(string id, Func<JsonElement, bool> isSo)
    {
        using var patience = new CancellationTokenSource(Patience);
        JsonElement task = await GetAsync(id);
        while (!isSo(task))
        {
            await Task.Delay(Pause, patience.Token);
            task = await GetAsync(id);
        }

        return task;
    }

    /// <summary>Returns how many articles a search finds.</summary>
    public async Task<int> CountAsync(string query)
    {
        using HttpResponseMessage response = await client.GetAsync($"{path}/api/v1/search?q={query}");
        return (await JsonAsync(response, HttpStatusCode.OK)).GetProperty("total").GetProperty("value").GetInt32();
    }

    public static string StateOf(JsonElement task) => task.GetProperty("state").GetString()!;

    /// <summary>Returns the JSON of an answer that must have a status.</summary>
    public static async Task<JsonElement> JsonAsync(HttpResponseMessage response, HttpStatusCode expected)
    {
        string body = await response.Content.ReadAsStringAsync();
        Assert.True(expected == response.StatusCode, $"{response.RequestMessage?.RequestUri} answered {(int)response.StatusCode}: {body}");
        return JsonDocument.Parse(body).RootElement;
    }
}
