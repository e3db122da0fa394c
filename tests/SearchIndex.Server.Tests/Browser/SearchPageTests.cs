using Microsoft.Playwright;
using SearchIndex.Testing;

namespace SearchIndex.Server.Tests.Browser;

/// <summary>The pages over the sample archive in a real browser; what a reader does there is beside this, in the folder of steps.</summary>
[Collection(SampleBrowserCollection.Name)]
public sealed class SearchPageTests(SampleBrowser browser)
{
    private const string Name = "林芳正";

    private const string ResultsAddress = "/?q=" + Name;

    [BrowserFact]
    public async Task Results_LongQueryOfOneWord_FitTheWindow()
    {
        foreach (int width in new[] { 360, 1400 })
        {
            IPage page = await browser.OpenAsync("/?q=" + new string('长', 300), width);

            int overhang = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - window.innerWidth");

            Assert.True(overhang <= 0, $"{overhang} pixels wider than a window of {width}");
        }
    }

    [BrowserFact]
    public async Task Pages_Browser_HasNothingToComplainAbout()
    {
        IPage page = await browser.OpenAsync("/");
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add(message.Text);
        page.RequestFailed += (_, request) => complaints.Add(request.Url);
        page.PageError += (_, error) => complaints.Add(error);

        await page.GotoAsync("/");
        await page.GotoAsync(ResultsAddress);
        await page.Locator(".hit h2 a").First.ClickAsync();

        Assert.Empty(complaints);
    }

    /// <summary>The pictures in the README; <c>UPDATE_SCREENSHOTS=1</c> takes them anew.</summary>
    [BrowserFact]
    public async Task Screenshots_OfTheReadme_AreThere()
    {
        const int Width = 1100;
        IPage results = await browser.OpenAsync(ResultsAddress, Width);

        // Not the first search: that one waits for the compiler.
        await results.ReloadAsync();
        await KeepAsync(results, "search-page.png");

        IPage beside = await browser.OpenAsync(ResultsAddress, Width, ColorScheme.Dark);
        await beside.Locator(".hit h2 a").First.ClickAsync();
        await beside.Locator(".related .compare").First.ClickAsync();
        await KeepAsync(beside, "side-by-side.png");
    }

    private static async Task KeepAsync(IPage page, string name)
    {
        byte[] picture = await page.ScreenshotAsync();
        string file = RepositoryFolder.At("docs", "images", name);
        if (Environment.GetEnvironmentVariable("UPDATE_SCREENSHOTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllBytesAsync(file, picture);
        }

        Assert.True(File.Exists(file), "set UPDATE_SCREENSHOTS=1 to take the pictures");
    }
}
