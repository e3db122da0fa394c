using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using SearchIndex.News;
using SearchIndex.Testing;

namespace SearchIndex.Server.Tests.Api;

/// <summary>Runs the programs of docs/api.md as they stand there, but for the address of the service.</summary>
public sealed partial class ApiSamplesTests : IAsyncLifetime, IDisposable
{
    private const string Address = "http://127.0.0.1:5080";

    /// <summary>A compiler may have to start; nothing else takes long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly TemporaryFolder _folder = new();
    private RunningService? _service;

    public async Task InitializeAsync()
    {
        await NewsIndexer.RebuildAsync([RepositoryFolder.At("index-data", "articles")], _folder.At("index"), new RebuildOptions(), progress: null, CancellationToken.None);
        _service = await RunningService.StartAsync(new SearchServiceOptions
        {
            Collections =
            [
                new() { IndexFolder = _folder.At("index"), InboxFolder = _folder.At("inbox"), ArchivePaths = [RepositoryFolder.At("index-data", "articles")] },
            ],
        });
    }

    public async Task DisposeAsync() => await _service!.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [ProgramFact("curl")]
    public Task Sample_Curl_FindsPagesAndExports() => RunSampleAsync("bash", "hits.sh", "bash", "-eu", "hits.sh");

    [ProgramFact("python3")]
    public Task Sample_Python_FindsPagesAndExports() => RunSampleAsync("python", "hits.py", "python3", "hits.py");

    [ProgramFact("node")]
    public Task Sample_JavaScript_FindsPagesAndExports() => RunSampleAsync("javascript", "hits.mjs", "node", "hits.mjs");

    [ProgramFact("dotnet")]
    public Task Sample_CSharp_FindsPagesAndExports() => RunSampleAsync("csharp", "hits.cs", "dotnet", "run", "hits.cs");

    [ProgramFact("curl")]
    public async Task Samples_OfSingleRequests_AreAnswered()
    {
        string[] samples = [.. Samples("sh").Where(sample => sample.Contains("curl ", StringComparison.Ordinal))];
        _folder.Write("articles.ndjson", "{\"url\": \"https://news.example/1\", \"title\": \"北约峰会\", \"text\": \"第一段。\"}\n");
        foreach (string sample in samples)
        {
            _folder.Write("one.sh", sample.Replace("curl ", "curl -s -w '\\n%{http_code}' ", StringComparison.Ordinal));

            string printed = await RunAsync("bash", "-eu", "one.sh");

            Assert.True(printed.EndsWith("200", StringComparison.Ordinal) || printed.EndsWith("202", StringComparison.Ordinal) || sample.Contains("size=1000", StringComparison.Ordinal), $"{sample} printed {printed}");
        }

        Assert.True(samples.Length >= 6);
    }

    private async Task RunSampleAsync(string language, string file, string program, params string[] arguments)
    {
        JsonElement page = await _service!.GetJsonAsync("/api/v1/search?q=林芳正&size=100");
        string[] ids = [.. page.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("id").GetString()!)];
        string first = $"{page.GetProperty("total").GetProperty("value")} {page.GetProperty("hits")[0].GetProperty("title")}";
        _folder.Write(file, Samples(language).Single());

        string printed = await RunAsync(program, arguments);

        Assert.True(ids.Length > 2);
        Assert.Equal([first, .. ids], printed.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'));
        Assert.Equal(ids.Length + 1, File.ReadAllLines(_folder.At("hits.csv")).Length);
    }

    private IEnumerable<string> Samples(string language) => Blocks().Matches(File.ReadAllText(RepositoryFolder.At("docs/api.md")).ReplaceLineEndings("\n"))
        .Where(block => block.Groups["language"].Value == language)
        .Select(block => block.Groups["code"].Value.Replace(Address, _service!.Address.ToString().TrimEnd('/'), StringComparison.Ordinal));

    private async Task<string> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = _folder.Path, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["KEY"] = "none-is-needed-here";
        start.Environment["NO_PROXY"] = "127.0.0.1";
        start.Environment["no_proxy"] = "127.0.0.1";
        start.Environment["PYTHONIOENCODING"] = "utf-8";
        using var patience = new CancellationTokenSource(Patience);
        using Process process = Process.Start(start)!;
        try
        {
            Task<string> printed = process.StandardOutput.ReadToEndAsync(patience.Token);
            Task<string> complaints = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}: {await complaints} {await printed}");
            return await printed;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    [GeneratedRegex(@"^```(?<language>\w+)\n(?<code>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Blocks();
}
