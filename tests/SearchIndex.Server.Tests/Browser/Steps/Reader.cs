using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SearchIndex.Server.Pages;
using SearchIndex.Server.Pages.Status;

namespace SearchIndex.Server.Tests.Browser.Steps;

/// <summary>Somebody who looks for something in the archive: a window of a browser, a language, and what was noted on the way.</summary>
/// <param name="Page">The window.</param>
/// <param name="Text">The words of the pages in the language of the reader.</param>
/// <param name="Width">The width of the window in CSS pixels.</param>
internal sealed record Reader(IPage Page, PageText Text, int Width)
{
    /// <summary>Whoever they all look for: the sample has ten articles about him, in both scripts.</summary>
    public const string Name = "林芳正";

    /// <summary>From this width on the facets are open.</summary>
    private const int Wide = 992;

    /// <summary>Gets the words of the status page.</summary>
    public StatusText StatusWords => StatusText.In(Text.Language);

    /// <summary>Gets or sets a number of hits to compare with later.</summary>
    public int Noted { get; set; }

    public ILocator Box => Page.Locator("input[name=q]");

    /// <summary>Gets the part of the address behind the host, decoded.</summary>
    public string Address => WebUtility.UrlDecode(new Uri(Page.Url).PathAndQuery);

    public ILocator All(string selector) => Page.Locator(selector);

    public ILocator First(string selector) => Page.Locator(selector).First;

    /// <summary>Clicks, and waits for the whole page where that leads to another: its address is known before what stands on it.</summary>
    public async Task ClickAsync(string selector)
    {
        await First(selector).ClickAsync();
        await Page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
    }

    public Task GoAsync(string address) => Page.GotoAsync(address);

    /// <summary>Asks in the box of this page, which keeps the conditions.</summary>
    public async Task AskAsync(string query)
    {
        await Box.FillAsync(query);
        await ClickAsync("#search button");
    }

    /// <summary>Asks from the front page.</summary>
    public async Task AskAnewAsync(string query)
    {
        await GoAsync("/");
        await AskAsync(query);
    }

    /// <summary>Follows a value of a facet; on narrow screens the facets are unfolded first.</summary>
    public async Task ChooseAsync(string facet, string addressPart)
    {
        await OpenFiltersAsync();
        await ClickAsync($"[data-facet={facet}] a[href*='{addressPart}']");
    }

    public async Task OpenFiltersAsync()
    {
        if (Width < Wide)
        {
            await ClickAsync(".filters > summary");
        }
    }

    /// <summary>Waits until the window is at an address with a part, and shows what is there. It asks again and again, since a wait for the event alone can miss it.</summary>
    public async Task ArriveAsync(string addressPart, string selector)
    {
        var patience = new PageAssertionsToHaveURLOptions { Timeout = 60_000 };
        await Assertions.Expect(Page).ToHaveURLAsync(new Regex(Regex.Escape(addressPart)), patience);
        await First(selector).WaitForAsync();
    }

    public async Task<string> TextOfAsync(string selector) => (await First(selector).InnerTextAsync()).Trim();

    public async Task<string[]> TextsOfAsync(string selector) => [.. await All(selector).AllInnerTextsAsync()];

    public Task<int> CountAsync(string selector) => All(selector).CountAsync();

    public Task<int> HitsAsync() => CountAsync(".hit");

    public Task<string[]> DaysAsync() => TextsOfAsync(".hit .meta time");

    /// <summary>Returns how many articles the page says that there are.</summary>
    public async Task<int> TotalAsync()
    {
        string total = await TextOfAsync(".results-head .total");
        return int.Parse(string.Concat(total.Split('·')[0].Where(char.IsAsciiDigit)), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Fetches what a link leads to, as a download would.</summary>
    public async Task<string> FetchAsync(string selector)
    {
        IAPIResponse response = await Page.Context.APIRequest.GetAsync((await First(selector).GetAttributeAsync("href"))!);
        Assert.True(response.Ok, $"{selector} leads to {response.Status}");
        return await response.TextAsync();
    }

    /// <summary>Returns what a script would return, whether pages may run scripts or not.</summary>
    public Task<T> LookAsync<T>(string expression) => Page.EvaluateAsync<T>(expression);
}
