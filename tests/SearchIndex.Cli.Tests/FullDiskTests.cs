using System.Globalization;
using System.Net;
using System.Text.Json;
using SearchIndex.News;
using SearchIndex.Testing;

namespace SearchIndex.Cli.Tests;

/// <summary>A service whose index and inbox lie on a disk of eight megabytes, which becomes full during tasks.</summary>
public sealed class FullDiskTests : IDisposable
{
    private const int FirstFiles = 20;
    private const int MoreFiles = 1000;
    private const int BytesLeft = 96 << 10;

    private static readonly string[] OnSmallDisk = ["unshare", "-Urm", "sh", "-c", "mount -t tmpfs -o size=8m tmpfs \"$0\" && exec \"$@\""];

    private readonly TemporaryFolder _folder = new();
    private int _written;

    private string Disk => _folder.At("disk");

    public void Dispose() => _folder.Dispose();

    [OwnDiskFact]
    public async Task Serve_DiskFullDuringTasks_FailsThemAndGoesOn()
    {
        Directory.CreateDirectory(Disk);
        WriteFiles(FirstFiles);
        using ServiceProcess service = await ServiceProcess.StartBehindAsync(
            [.. OnSmallDisk, Disk], "--index", Path.Combine(Disk, "index"), "--archive", _folder.At("articles"), "--inbox", Path.Combine(Disk, "inbox"));
        Assert.Equal("done", StateOf(await EndAsync(service, "rebuild")));

        WriteFiles(MoreFiles);
        string ballast = service.Root + Path.Combine(Disk, "ballast");
        Fill(ballast, BytesLeft);
        JsonElement update = await EndAsync(service, "update");
        JsonElement rebuild = await EndAsync(service, "rebuild");
        int found = await service.CountAsync("北约");

        Fill(ballast, bytesLeft: 0);
        JsonElement refused = await service.SendAsync([new { url = "https://sent.example/1", title = "恐龙", text = "化石。" }], HttpStatusCode.ServiceUnavailable);
        int foundWhenFull = await service.CountAsync("北约");

        File.Delete(ballast);
        JsonElement again = await EndAsync(service, "update");
        await service.UntilNotAsync(await service.SendAsync([new { url = "https://sent.example/1", title = "恐龙", text = "化石。" }]), "queued", "running");

        Assert.All([update, rebuild], task => Assert.Equal(("failed", "disk-full"), (StateOf(task), task.GetProperty("error").GetProperty("code").GetString())));
        Assert.Equal("cannot-write", refused.GetProperty("code").GetString());
        Assert.Equal((FirstFiles, FirstFiles), (found, foundWhenFull));
        Assert.Equal("done", StateOf(again));
        Assert.Equal((FirstFiles + MoreFiles, 1), (await service.CountAsync("北约"), await service.CountAsync("恐龙")));
        Assert.True(NewsIndexer.Verify(service.Root + Path.Combine(Disk, "index")).Clean);
    }

    private static async Task<JsonElement> EndAsync(ServiceProcess service, string kind) =>
        await service.UntilNotAsync(await service.StartTaskAsync(kind), "queued", "running");

    private static string StateOf(JsonElement task) => task.GetProperty("state").GetString()!;

    /// <summary>Fills the disk that a file lies on.</summary>
    private static void Fill(string path, int bytesLeft)
    {
        using (var stream = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0))
        {
            byte[] block = new byte[4096];
            try
            {
                while (true)
                {
                    stream.Write(block);
                }
            }
            catch (IOException)
            {
                stream.SetLength(Math.Max(0, stream.Position - bytesLeft)); // It is full now.
            }
        }
    }

    private void WriteFiles(int count)
    {
        for (int i = 0; i < count; i++)
        {
            string number = (++_written).ToString(CultureInfo.InvariantCulture);
            string body = string.Concat(Enumerable.Range(0, 20).Select(line => $"<p>第 {number}-{line} 段说北约与日本。</p>\n"));
            _folder.Write($"articles/{number}.md", $"---\ntitle: 标题 {number}\nfrom: https://files.example/{number}\n---\n\n{body}");
        }
    }
}
