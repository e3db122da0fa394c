using Microsoft.Playwright;
using SearchIndex.Testing;

namespace SearchIndex.Server.Tests.Browser;

/// <summary>What the script adds, in more detail than the steps of readers: suggestions, recent searches, keys.</summary>
[Collection(SampleBrowserCollection.Name)]
public sealed class KeyboardTests(SampleBrowser browser)
{
    private const string Name = "林芳正";

    private const string Results = "/?q=" + Name;

    [BrowserFact]
    public async Task Suggestions_TypedInitials_AreChosenByArrowAndEnter()
    {
        IPage page = await browser.OpenAsync("/");
        ILocator box = page.Locator("input[name=q]");

        await box.PressSequentiallyAsync("lfz");
        await page.Locator("[role=option]", new PageLocatorOptions { HasText = Name }).First.WaitForAsync();
        Assert.Equal("true", await box.GetAttributeAsync("aria-expanded"));
        Assert.Empty(await AxeCore.FindViolationsAsync(page));
        await box.PressAsync("ArrowDown");
        Assert.Equal("suggestion-0", await box.GetAttributeAsync("aria-activedescendant"));
        Assert.Equal("true", await page.Locator("#suggestion-0").GetAttributeAsync("aria-selected"));
        await box.PressAsync("Enter");

        await page.WaitForURLAsync("**/?q=*");
        Assert.Equal(Name, await page.Locator("input[name=q]").InputValueAsync());
        Assert.NotEqual(0, await page.Locator(".hit").CountAsync());
    }

    [BrowserFact]
    public async Task Suggestions_InAnArchive_AreOfThatArchive()
    {
        IPage page = await browser.OpenAsync(SampleBrowser.Named + "/");

        IResponse answer = await page.RunAndWaitForResponseAsync(
            () => page.Locator("input[name=q]").PressSequentiallyAsync("lfz"), response => response.Url.Contains("/suggest", StringComparison.Ordinal));
        await page.Locator("[role=option]", new PageLocatorOptions { HasText = Name }).First.ClickAsync();
        await page.WaitForURLAsync("**/?q=*");

        Assert.StartsWith(SampleBrowser.PathOf(SampleBrowser.Named) + "/api/suggest", new Uri(answer.Url).AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(SampleBrowser.PathOf(SampleBrowser.Named) + "/", new Uri(page.Url).AbsolutePath);
    }

    [BrowserFact]
    public async Task RecentSearches_OfAnArchive_StayWithIt()
    {
        IPage page = await browser.OpenAsync(SampleBrowser.Named + Results);
        ILocator options = page.Locator("[role=option]");

        await page.GotoAsync("/collections/evening-papers/");
        await page.Locator("input[name=q]").ClickAsync();
        Assert.Equal(0, await options.CountAsync());

        await page.GotoAsync(SampleBrowser.PathOf(SampleBrowser.Named) + "/");
        await page.Locator("input[name=q]").ClickAsync();
        Assert.Contains(Name, await options.First.InnerTextAsync(), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Suggestions_Escape_ClosesAndKeepsTheText()
    {
        IPage page = await browser.OpenAsync("/");
        ILocator box = page.Locator("input[name=q]");

        await box.PressSequentiallyAsync("林");
        await page.Locator("[role=option]").First.WaitForAsync();
        await box.PressAsync("Escape");

        Assert.Equal("false", await box.GetAttributeAsync("aria-expanded"));
        Assert.Equal("林", await box.InputValueAsync());
        await box.PressAsync("Escape");
        Assert.Equal("BODY", await page.EvaluateAsync<string>("() => document.activeElement.tagName"));
    }

    [BrowserFact]
    public async Task RecentSearches_EmptyBox_OffersThemUntilForgotten()
    {
        IPage page = await browser.OpenAsync(Results);
        await page.GotoAsync("/");
        ILocator box = page.Locator("input[name=q]");

        await box.ClickAsync();
        ILocator options = page.Locator("[role=option]");
        Assert.Equal(2, await options.CountAsync());
        Assert.Contains(Name, await options.First.InnerTextAsync(), StringComparison.Ordinal);
        await options.Last.ClickAsync();

        await box.ClickAsync();
        Assert.Equal(0, await options.CountAsync());
        Assert.Empty(await page.Context.CookiesAsync());
    }

    [BrowserFact]
    public async Task Keys_TypedIntoTheBox_AreText()
    {
        IPage page = await browser.OpenAsync("/");

        await page.Locator("input[name=q]").PressSequentiallyAsync("j/k");

        Assert.Equal("j/k", await page.Locator("input[name=q]").InputValueAsync());
    }
}
