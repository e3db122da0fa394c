using Microsoft.Playwright;
using SearchIndex.Testing;

namespace SearchIndex.Server.Tests.Browser;

/// <summary>Every view in both themes, narrow and wide: without barriers, never wider than its window, and as a picture in artifacts/screenshots.</summary>
[Collection(SampleBrowserCollection.Name)]
public sealed class ViewTests(SampleBrowser browser)
{
    private const string Results = "/?q=林芳正";

    private const string Revised = "/?q=花莲 outlet:chenxing";

    private const string FirstHit = ".hit h2 a";

    public static TheoryData<string, string> Views => new()
    {
        { "front", "/" },
        { "results", Results },
        { "narrowed", Results + "&outlet=yazhou&outlet=haixia&period=2023&chart=share&match=any" },
        { "nothing", "/?q=\"恐龙 化石\"&outlet=yazhou" },
        { "wrong", Results + "&from=soon" },
        { "article", "first hit" },
        { "beside", "first comparison" },
        { "versions", "first version" },
        { "status", "/status" },
        { "operate", "/operate" },
        { "missing", "/nothing" },
        { "archives", SampleBrowser.Several + "/" },
        { "archives-missing", SampleBrowser.Several + "/nothing" },
        { "archive-front", SampleBrowser.Named + "/" },
        { "archive-results", SampleBrowser.Named + Results },
        { "archive-status", SampleBrowser.Named + "/status" },
        { "archive-missing", SampleBrowser.Named + "/nothing" },
        { "archive-without-index", SampleBrowser.Several + "/collections/later/" },
    };

    [BrowserTheory]
    [MemberData(nameof(Views))]
    public async Task View_BothThemesNarrowAndWide_HasNoBarriersAndFits(string name, string address)
    {
        foreach (ColorScheme colors in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            foreach (int width in new[] { 360, 1400 })
            {
                IPage page = await OpenAsync(address, width, colors);
                await KeepPictureAsync(page, $"{name}-{colors}-{width}");
                string[] violations = await AxeCore.FindViolationsAsync(page);
                int overhang = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - window.innerWidth");
                await page.Context.DisposeAsync();

                Assert.True(violations.Length == 0, $"{name}, {colors}, {width}: {string.Join("; ", violations)}");
                Assert.True(overhang <= 0, $"{name}, {colors}, {width}: {overhang} pixels wider than the window");
            }
        }
    }

    [BrowserFact]
    public async Task FindViolations_PictureWithoutText_IsNamed()
    {
        IPage page = await browser.OpenAsync("/");

        await page.EvaluateAsync("() => document.querySelector('main').append(document.createElement('img'))");

        Assert.Contains(await AxeCore.FindViolationsAsync(page), violation => violation.StartsWith("image-alt", StringComparison.Ordinal));
    }

    /// <summary>Opens a view by its address, or by the links that lead there.</summary>
    private async Task<IPage> OpenAsync(string address, int width, ColorScheme colors)
    {
        string[] clicks = address switch
        {
            "first hit" => [FirstHit],
            "first comparison" or "first version" => [FirstHit, ".related .compare"],
            _ => [],
        };
        IPage page = await browser.OpenAsync(address == "first version" ? Revised : clicks.Length > 0 ? Results : address, width, colors);
        foreach (string link in clicks)
        {
            await page.Locator(link).First.ClickAsync();
        }

        return page;
    }

    private static Task<byte[]> KeepPictureAsync(IPage page, string name) => page.ScreenshotAsync(new PageScreenshotOptions
    {
        Path = RepositoryFolder.At("artifacts", "screenshots", name.ToLowerInvariant() + ".png"),
        FullPage = true,
    });
}
