using Microsoft.Playwright;
using SearchIndex.News;
using SearchIndex.Testing;

namespace SearchIndex.Server.Tests.Browser;

/// <summary>The service over the sample archive, and a real browser to look at it.</summary>
public sealed class SampleBrowser : IAsyncLifetime, IDisposable
{
    /// <summary>The beginning of addresses of the service with several archives.</summary>
    public const string Several = "several:";

    /// <summary>The address, in the service with several archives, of the one with the sample.</summary>
    public const string Named = Several + "/collections/sample";

    private readonly TemporaryFolder _folder = new();
    private RunningService? _service;
    private RunningService? _several;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        if (Needs.Chromium is not null)
        {
            return;
        }

        await ReviseAsync();
        string[] archive = [RepositoryFolder.At("index-data", "articles"), _folder.At("revised")];
        await NewsIndexer.RebuildAsync(archive, _folder.At("index"), new RebuildOptions(), progress: null, CancellationToken.None);
        _service = await RunningService.StartAsync(new SearchServiceOptions { Collections = [new() { IndexFolder = _folder.At("index"), ArchivePaths = archive }] });
        _several = await StartSeveralAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Needs.ChromiumPath,
            Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>Opens a page of the service in a window of its own.</summary>
    /// <param name="address">The address below that of the service, or of the other one behind <see cref="Several"/>.</param>
    /// <param name="width">The width of the window in CSS pixels.</param>
    /// <param name="colors">Light or dark.</param>
    /// <param name="runsScripts">Whether the browser may run scripts.</param>
    /// <param name="locale">The language that the browser asks for.</param>
    public async Task<IPage> OpenAsync(
        string address, int width = 1400, ColorScheme colors = ColorScheme.Light, bool runsScripts = true, string locale = "zh-CN")
    {
        IBrowserContext context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = (address.StartsWith(Several, StringComparison.Ordinal) ? _several : _service)!.Address.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = colors,
            JavaScriptEnabled = runsScripts,
            Locale = locale,
        });
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(PathOf(address));
        return page;
    }

    /// <summary>Returns an address without the name of its service.</summary>
    public static string PathOf(string address) => address.StartsWith(Several, StringComparison.Ordinal) ? address[Several.Length..] : address;

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_service is not null)
        {
            await _service.DisposeAsync();
        }

        if (_several is not null)
        {
            await _several.DisposeAsync();
        }
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Archives with a long title, without articles, and without an index.</summary>
    private async Task<RunningService> StartSeveralAsync()
    {
        string sample = RepositoryFolder.At("index-data", "articles");
        await NewsIndexer.RebuildAsync([sample], _folder.At("sample"), new RebuildOptions(), progress: null, CancellationToken.None);
        string empty = Directory.CreateDirectory(_folder.At("no-articles")).FullName;
        await NewsIndexer.RebuildAsync([empty], _folder.At("evening"), new RebuildOptions(), progress: null, CancellationToken.None);
        return await RunningService.StartAsync(new SearchServiceOptions
        {
            Collections =
            [
                new() { Name = "sample", Title = "华文报纸数字化档案库（一九四六年至一九八九年）", IndexFolder = _folder.At("sample"), ArchivePaths = [sample] },
                new() { Name = "evening-papers", IndexFolder = _folder.At("evening") },
                new() { Name = "later", Title = "晚報", IndexFolder = _folder.At("later") },
            ],
        });
    }

    /// <summary>The sample has no two versions of an article; these are one of its articles as it might have been revised, twice.</summary>
    private async Task ReviseAsync()
    {
        string folder = RepositoryFolder.At("index-data", "articles", "chenxing", "2024-04");
        string text = await File.ReadAllTextAsync(Directory.EnumerateFiles(folder).Single(file => file.Contains("花莲", StringComparison.Ordinal)));
        string more = "<p>花莲县政府说，受困民众将由直升机接出。</p>";
        foreach (int hour in new[] { 15, 19 })
        {
            _folder.Write($"revised/{hour}.md", text.Replace("a-20240403", $"a-20240403-{hour}", StringComparison.Ordinal)
                .Replace("T13:30:00Z", $"T{hour}:30:00Z", StringComparison.Ordinal)
                .Replace("13:30:00 GMT", $"{hour}:30:00 GMT", StringComparison.Ordinal)
                .Replace("<p>编辑", more + "<p>编辑", StringComparison.Ordinal));
            more += "<p>搜救在夜里继续，余震不断。</p>";
        }
    }
}
