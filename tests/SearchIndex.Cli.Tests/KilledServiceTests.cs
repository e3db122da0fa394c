using System.Globalization;
using System.Text.Json;
using SearchIndex.Engine.Index;
using SearchIndex.News;
using SearchIndex.News.Tests.Updates;
using SearchIndex.Testing;
using Xunit.Abstractions;

namespace SearchIndex.Cli.Tests;

/// <summary>
/// A service that is killed (SIGKILL) while it does a task, again and again over one archive. The next one answers with the old commit or the
/// new one, its journal says what happened, and no article that was accepted is lost.
/// </summary>
public sealed class KilledServiceTests(ITestOutputHelper output) : IDisposable
{
    private const int Files = 300;
    private const int LinesABulk = 40;
    private const int MostMilliseconds = 250;
    private const int Seed = 5;

    private static readonly string[] Rounds = ["rebuild", "update", "bulk", "optimize", "bulk", "rebuild", "optimize", "update"];

    private readonly TemporaryFolder _folder = new();
    private readonly Random _random = new(Seed);
    private int _written;
    private int _sent;

    private string Index => _folder.At("index");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Serve_KilledDuringTasks_LosesNothingAndSaysWhatHappened()
    {
        WriteFiles(Files);
        ServiceProcess service = await StartAsync();
        await service.UntilNotAsync(await service.StartTaskAsync("rebuild"), "queued", "running");
        string[] old = IndexContents.Read(Index);
        foreach (string round in Rounds)
        {
            WriteFiles(round is "update" or "rebuild" ? Files / 10 : 0);
            string id = await BeginAsync(service, round);
            await service.UntilNotAsync(id, "queued");
            await Task.Delay(_random.Next(MostMilliseconds));
            await service.KillAsync();
            service.Dispose();

            string[] found = CheckIndex(round);
            service = await StartAsync();
            string state = (await service.TasksAsync())[id].GetProperty("state").GetString()!;
            await service.UntilIdleAsync();
            JsonElement update = await service.UntilNotAsync(await service.StartTaskAsync("update"), "queued", "running");
            string[] wanted = CheckIndex(round);

            output.WriteLine($"{round}: {state}, {(found.SequenceEqual(old) ? "old" : "new")}");
            Assert.True(state is "interrupted" or "done", $"{round}: {state}");
            Assert.True(found.SequenceEqual(old) || found.SequenceEqual(wanted), $"{round}: neither the old index nor the new, seed {Seed}");
            Assert.Equal("done", update.GetProperty("state").GetString());
            Assert.Equal(_sent, await service.CountAsync("恐龙"));
            Assert.Equal(_written, await service.CountAsync("北约"));
            Assert.True(NewsIndexer.Verify(Index).Clean, round);
            old = wanted;
        }

        service.Dispose();
    }

    private Task<ServiceProcess> StartAsync() => ServiceProcess.StartAsync(
        "--index", Index, "--archive", _folder.At("articles"), "--inbox", _folder.At("inbox"));

    private async Task<string> BeginAsync(ServiceProcess service, string round)
    {
        if (round != "bulk")
        {
            return await service.StartTaskAsync(round);
        }

        string id = await service.SendAsync(Enumerable.Range(_sent, LinesABulk).Select(number => new
        {
            url = string.Create(CultureInfo.InvariantCulture, $"https://sent.example/{number}"),
            title = string.Create(CultureInfo.InvariantCulture, $"恐龙 {number}"),
            text = string.Create(CultureInfo.InvariantCulture, $"第 {number} 块化石。"),
        }));
        _sent += LinesABulk;
        return id;
    }

    private void WriteFiles(int count)
    {
        for (int i = 0; i < count; i++)
        {
            string number = (++_written).ToString(CultureInfo.InvariantCulture);
            string text = $"---\ntitle: 标题 {number}\nfrom: https://files.example/{number}\n---\n\n{string.Concat(Enumerable.Repeat($"<p>第 {number} 篇说北约与日本。</p>\n", 20))}";
            _folder.Write($"articles/{number}.md", text);
        }
    }

    private string[] CheckIndex(string round)
    {
        IndexCheck check = NewsIndexer.Verify(Index);
        Assert.True(check.Verdict != CheckVerdict.Corrupt, $"{round}: {string.Join('\n', check.Lines)}");
        return IndexContents.Read(Index);
    }
}
