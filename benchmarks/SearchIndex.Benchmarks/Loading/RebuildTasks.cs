using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace SearchIndex.Benchmarks.Loading;

/// <summary>Lets a service rebuild its index, one whole rebuild after the other.</summary>
internal sealed class RebuildTasks(ServedProcess service)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private static readonly Uri Tasks = new("/api/v1/tasks", UriKind.Relative);

    /// <summary>Gets how many were done.</summary>
    public int Done { get; private set; }

    /// <summary>Rebuilds once, and again until some seconds are over.</summary>
    public async Task RunAsync(int seconds)
    {
        long started = Stopwatch.GetTimestamp();
        do
        {
            await RebuildAsync().ConfigureAwait(false);
            Done++;
        }
        while (Stopwatch.GetElapsedTime(started).TotalSeconds < seconds);
    }

    private async Task RebuildAsync()
    {
        using HttpResponseMessage accepted = await service.Client.PostAsJsonAsync(Tasks, new { kind = "rebuild" }).ConfigureAwait(false);
        accepted.EnsureSuccessStatusCode();
        JsonElement task = await accepted.Content.ReadFromJsonAsync<JsonElement>().ConfigureAwait(false);
        var address = new Uri($"{Tasks}/{task.GetProperty("id").GetString()}", UriKind.Relative);
        while (task.GetProperty("state").GetString() is "queued" or "running")
        {
            await Task.Delay(Pause).ConfigureAwait(false);
            task = await service.Client.GetFromJsonAsync<JsonElement>(address).ConfigureAwait(false);
        }

        if (task.GetProperty("state").GetString() is not "done")
        {
            throw new InvalidOperationException($"the rebuild ended as {task}");
        }
    }
}
