using Microsoft.Playwright;
using SearchIndex.Testing;

namespace SearchIndex.Server.Tests.Browser;

/// <summary>What a reader does, in a real browser, over the sample archive.</summary>
[Collection(SampleBrowserCollection.Name)]
public sealed class SearchPageTests(SampleBrowser browser)
{
    private const string Name = "林芳正";

    private const string ResultsAddress = "/?q=" + Name;

    [BrowserFact]
    public Task Search_TypedName_ShowsMarkedHitsOfBothScripts() => SearchAndReadAsync(runsScripts: true);

    [BrowserFact]
    public Task Search_WithoutJavaScript_WorksTheSame() => SearchAndReadAsync(runsScripts: false);

    [BrowserFact]
    public async Task Facets_ChosenScript_NarrowTheSearch()
    {
        IPage page = await browser.OpenAsync(ResultsAddress);

        await page.Locator("[data-facet=script] a", new PageLocatorOptions { HasText = "繁体" }).ClickAsync();

        Assert.Equal(0, await page.Locator(".hit h2:lang(zh-Hans)").CountAsync());
        Assert.NotEqual(0, await page.Locator(".hit h2:lang(zh-Hant)").CountAsync());
        Assert.Equal(Name, await page.Locator("input[name=q]").InputValueAsync());

        // Another query keeps the condition; its own link takes it away.
        await page.Locator("input[name=q]").FillAsync("北约");
        await page.Locator("#search button").ClickAsync();
        Assert.Contains("script=hant", page.Url, StringComparison.Ordinal);
        await page.Locator(".conditions a").ClickAsync();
        Assert.DoesNotContain("script=", page.Url, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Timeline_BarAndShare_NarrowTheSearchAndStayInTheAddress()
    {
        IPage page = await browser.OpenAsync(ResultsAddress, runsScripts: false);

        await page.Locator(".timeline .choices a").Last.ClickAsync();
        await page.Locator(".chart a[data-period='2023-12'] .reach").ClickAsync();

        Assert.Contains("from=2023-12&to=2023-12&chart=share", page.Url, StringComparison.Ordinal);
        Assert.Equal("2023-12 ×", await page.Locator(".conditions a").InnerTextAsync());
        foreach (string day in await page.Locator(".hit .meta time").AllInnerTextsAsync())
        {
            Assert.StartsWith("2023-12-", day, StringComparison.Ordinal);
        }
    }

    [BrowserFact]
    public async Task Pages_NarrowAndWideLightAndDark_NeverScrollSideways()
    {
        string[] addresses = ["/", ResultsAddress, ResultsAddress + "&from=soon", "/?q=" + new string('长', 300), "/nothing"];
        foreach (int width in new[] { 360, 1400 })
        {
            foreach (ColorScheme colors in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                IPage page = await browser.OpenAsync("/", width, colors);
                foreach (string address in addresses)
                {
                    await page.GotoAsync(address);
                    await AssertFitsAsync(page, address);
                }

                await page.GotoAsync(ResultsAddress);
                await page.Locator(".hit h2 a").First.ClickAsync();
                await AssertFitsAsync(page, page.Url);
            }
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

    /// <summary>The picture in the README; <c>UPDATE_SCREENSHOTS=1</c> takes it anew.</summary>
    [BrowserFact]
    public async Task Screenshot_Results_IsThePictureOfTheReadme()
    {
        const float Sharpness = 1.5f;
        IPage page = await browser.OpenAsync(ResultsAddress, width: 1200, sharpness: Sharpness);

        // Not the first search: that one waits for the compiler.
        await page.ReloadAsync();
        byte[] picture = await page.ScreenshotAsync();

        string file = RepositoryFolder.At("docs", "images", "search-page.png");
        if (Environment.GetEnvironmentVariable("UPDATE_SCREENSHOTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllBytesAsync(file, picture);
        }

        Assert.True(File.Exists(file), "set UPDATE_SCREENSHOTS=1 to take the picture");
    }

    private async Task SearchAndReadAsync(bool runsScripts)
    {
        IPage page = await browser.OpenAsync("/", runsScripts: runsScripts);

        await page.Locator("input[name=q]").FillAsync(Name);
        await page.Locator("#search button").ClickAsync();

        foreach (string language in new[] { "zh-Hans", "zh-Hant" })
        {
            ILocator marks = page.Locator($".passage[lang={language}] mark");
            Assert.NotEqual(0, await marks.CountAsync());
            Assert.Equal(Name, await marks.First.InnerTextAsync());
        }

        await page.Locator(".hit h2[lang=zh-Hant] a").First.ClickAsync();
        Assert.Contains("/articles/", page.Url, StringComparison.Ordinal);
        Assert.Equal("zh-Hant", await page.Locator("article").GetAttributeAsync("lang"));
        Assert.NotEqual(0, await page.Locator(".body mark").CountAsync());

        await page.Locator(".back a").ClickAsync();
        Assert.Equal(Name, await page.Locator("input[name=q]").InputValueAsync());
    }

    private static async Task AssertFitsAsync(IPage page, string address)
    {
        int overhang = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - window.innerWidth");
        Assert.True(overhang <= 0, $"{address} is {overhang} pixels wider than its window");
    }
}
