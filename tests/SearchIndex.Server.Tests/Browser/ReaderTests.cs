using Microsoft.Playwright;
using SearchIndex.Server.Pages;
using SearchIndex.Testing;

namespace SearchIndex.Server.Tests.Browser;

/// <summary>The way of a researcher through the pages, in three languages, with and without scripts, narrow and wide.</summary>
[Collection(SampleBrowserCollection.Name)]
public sealed class ReaderTests(SampleBrowser browser)
{
    private const string Name = "林芳正";

    public static TheoryData<string, bool, int> Readers
    {
        get
        {
            var readers = new TheoryData<string, bool, int>();
            foreach (string locale in new[] { "zh-CN", "zh-TW", "en-US" })
            {
                foreach (int width in new[] { 360, 1400 })
                {
                    readers.Add(locale, true, width);
                    readers.Add(locale, false, width);
                }
            }

            return readers;
        }
    }

    [BrowserTheory]
    [MemberData(nameof(Readers))]
    public async Task Research_FromTheFrontPageToACitation_Works(string locale, bool runsScripts, int width)
    {
        PageText text = TextOf(locale);
        IPage page = await browser.OpenAsync("/", width, runsScripts: runsScripts, locale: locale);

        // Ask.
        Assert.Equal(text.SiteName, await page.Locator("h1").InnerTextAsync());
        await page.Locator("input[name=q]").FillAsync(Name);
        await page.Locator("#search button").ClickAsync();
        Assert.Equal(PageText.Fill(text.FoundFor, Name), await page.Locator("h1").InnerTextAsync());
        int all = await HitsAsync(page);
        Assert.NotEqual(0, all);

        // Narrow to one outlet, then to another as well; take the first away again.
        await ChooseOutletAsync(page, "yazhou", width);
        int ofOne = await HitsAsync(page);
        Assert.InRange(ofOne, 1, all - 1);
        await ChooseOutletAsync(page, "haixia", width);
        Assert.InRange(await HitsAsync(page), ofOne + 1, all - 1);
        await page.Locator(".conditions a").First.ClickAsync();
        Assert.Contains("outlet=haixia", page.Url, StringComparison.Ordinal);
        Assert.DoesNotContain("outlet=yazhou", page.Url, StringComparison.Ordinal);

        // The order, and the chart.
        await page.Locator(".results-head .choices a").Last.ClickAsync();
        string[] days = [.. await page.Locator(".hit .meta time").AllInnerTextsAsync()];
        Assert.Equal(days.Order(StringComparer.Ordinal), days);
        await page.Locator(".timeline .choices a").Last.ClickAsync();
        Assert.Equal(text.Tools.ShareAxis, await page.Locator(".timeline .choices a[aria-current]").InnerTextAsync());
        await page.Locator(".numbers summary").ClickAsync();
        await page.Locator(".numbers tbody a").First.ClickAsync();
        Assert.Contains("from=", page.Url, StringComparison.Ordinal);

        // An article, how to cite it, and back.
        await page.Locator(".hit h2 a").First.ClickAsync();
        Assert.NotEqual(0, await page.Locator("article mark").CountAsync());
        await page.Locator(".citation summary").ClickAsync();
        Assert.Contains("[N/OL]", await page.Locator(".citation dd").First.InnerTextAsync(), StringComparison.Ordinal);
        await page.Locator(".back a").ClickAsync();
        Assert.Contains("chart=share", page.Url, StringComparison.Ordinal);

        // A permalink of the search.
        await page.Locator(".citation summary").ClickAsync();
        await page.Locator(".citation p a").ClickAsync();
        Assert.Contains("index=", page.Url, StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator(".notices").CountAsync());
    }

    [BrowserTheory]
    [MemberData(nameof(Readers))]
    public async Task Research_WhenLost_FindsHelp(string locale, bool runsScripts, int width)
    {
        PageText text = TextOf(locale);
        IPage page = await browser.OpenAsync("/?q=" + Name + "&outlet=yazhou&period=1999", width, runsScripts: runsScripts, locale: locale);

        // A condition too much: advice says which, and leads on.
        Assert.Equal(text.NothingFound, await page.Locator(".nothing h2").InnerTextAsync());
        await page.Locator(".nothing a", new PageLocatorOptions { HasText = "1999" }).ClickAsync();
        Assert.NotEqual(0, await HitsAsync(page));

        // A slip of the hand: what was meant is asked.
        await page.Locator("input[name=q]").FillAsync("林方正");
        await page.Locator("#search button").ClickAsync();
        await page.Locator(".did-you-mean a", new PageLocatorOptions { HasText = Name }).First.ClickAsync();
        Assert.Equal(Name, await page.Locator("input[name=q]").InputValueAsync());

        // Operators by the box; an example can be tried.
        await page.Locator(".operators summary").ClickAsync();
        await page.Locator(".operators .example").First.ClickAsync();
        Assert.Equal(text.Syntax[0].Query, await page.Locator("input[name=q]").InputValueAsync());

        // Another language, on the same page and on the next.
        await page.Locator("a.language").Last.ClickAsync();
        string chosen = (await page.Locator("html").GetAttributeAsync("lang"))!;
        Assert.NotEqual(text.Language, chosen);
        Assert.Equal(text.Syntax[0].Query, await page.Locator("input[name=q]").InputValueAsync());
        await page.Locator(".site-name").ClickAsync();
        Assert.Equal(chosen, await page.Locator("html").GetAttributeAsync("lang"));
    }

    private static async Task ChooseOutletAsync(IPage page, string outlet, int width)
    {
        // Wide windows show the facets at once.
        const int Wide = 992;
        if (width < Wide)
        {
            await page.Locator(".filters > summary").ClickAsync();
        }

        await page.Locator($"[data-facet=outlet] a[href*='outlet={outlet}']").First.ClickAsync();
    }

    private static Task<int> HitsAsync(IPage page) => page.Locator(".hit").CountAsync();

    private static PageText TextOf(string locale) => locale switch
    {
        "zh-CN" => PageText.Hans,
        "zh-TW" => PageText.Hant,
        _ => PageText.English,
    };
}
