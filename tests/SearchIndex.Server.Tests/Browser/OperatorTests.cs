using Microsoft.Playwright;
using SearchIndex.Server.Pages.Operating;
using SearchIndex.Testing;

namespace SearchIndex.Server.Tests.Browser;

/// <summary>What an operator does in a browser on the machine of the service, where no key is needed.</summary>
[Collection(SampleBrowserCollection.Name)]
public sealed class OperatorTests(SampleBrowser browser)
{
    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Update_Started_IsSeenUntilItIsDone(bool runsScripts)
    {
        IPage page = await browser.OpenAsync("/status", runsScripts: runsScripts, locale: "en-US");
        await page.Locator("a[href='/operate']").ClickAsync();
        int before = await page.Locator(".tasks li").CountAsync();

        await page.Locator("button", new PageLocatorOptions { HasText = OperatorText.English.Update }).ClickAsync();

        Assert.Equal(before + 1, await page.Locator(".tasks li").CountAsync());
        ILocator state = page.Locator(".tasks li .badge").First;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await state.InnerTextAsync() != OperatorText.English.Done)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), patience.Token);
            if (!runsScripts)
            {
                await page.Locator(".note a").First.ClickAsync();
            }
        }

        if (runsScripts)
        {
            // The rules are a script themselves.
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = RepositoryFolder.At("artifacts", "screenshots", "operate-done.png") });
            Assert.Empty(await AxeCore.FindViolationsAsync(page));
        }

        await page.Context.DisposeAsync();
    }

    [BrowserFact]
    public async Task Form_OfAnotherSite_StartsNothing()
    {
        IPage page = await browser.OpenAsync("/operate", locale: "en-US");
        int before = await page.Locator(".tasks li").CountAsync();
        string form = $"<form action='{new Uri(new Uri(page.Url), "/operate/tasks")}' method='post'><input name='kind' value='Rebuild'><button>x</button></form>";

        await page.GotoAsync("data:text/html," + Uri.EscapeDataString(form));
        await page.Locator("button").ClickAsync();

        await page.Locator("[role=alert]").WaitForAsync();
        Assert.Equal(before, await page.Locator(".tasks li").CountAsync());
        await page.Context.DisposeAsync();
    }
}
