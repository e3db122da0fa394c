using Microsoft.Playwright;

namespace SearchIndex.Server.Tests.Browser.Steps;

/// <summary>Going through many hits and taking them away: pages, versions, files, feeds, permalinks.</summary>
internal static class TakingAwaySteps
{
    public static IReadOnlyList<ReaderStep> All { get; } =
    [
        new("goes to the second page", "other hits", async reader =>
        {
            await reader.AskAnewAsync("日本");
            string first = await reader.TextOfAsync(".hit h2");
            await reader.ClickAsync(".pager a[rel=next]");
            Assert.Equal("2", await reader.TextOfAsync(".pager .current"));
            Assert.DoesNotContain(first, await reader.TextsOfAsync(".hit h2"));
        }),
        new("goes back a page", "the first page", async reader =>
        {
            await reader.ClickAsync(".pager a[rel=prev]");
            Assert.Equal("1", await reader.TextOfAsync(".pager .current"));
        }),
        new("asks for a page that is not there", "that there are not so many, and the way to the first", async reader =>
        {
            await reader.GoAsync("/?q=日本&page=9");
            Assert.Equal(reader.Text.NothingOnThisPage, await reader.TextOfAsync(".nothing h2"));
            await reader.ClickAsync(".nothing a");
            Assert.NotEqual(0, await reader.HitsAsync());
        }),
        new("finds an article that has versions", "one hit, with the other versions folded below it", async reader =>
        {
            await reader.AskAnewAsync("花莲 天王星");
            await reader.ClickAsync(".versions summary");
            Assert.Equal(2, await reader.CountAsync(".versions li"));
        }),
        new("opens another version", "its text, with marks", async reader =>
        {
            await reader.ClickAsync(".versions li a");
            Assert.NotEqual(0, await reader.CountAsync(".body mark"));
        }),
        new("takes the hits away as a table", "a file with a line for each", async reader =>
        {
            await reader.AskAnewAsync(Reader.Name);
            string csv = await reader.FetchAsync(".take-away a[href*='format=csv']");
            Assert.Equal(11, csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        }),
        new("takes the hits away for a reference manager", "a file with a record for each", async reader =>
        {
            string ris = await reader.FetchAsync(".take-away a[href*='format=ris']");
            Assert.Equal(10, ris.Split("ER  -").Length - 1);
        }),
        new("subscribes to the search", "a feed with the hits", async reader =>
        {
            string feed = await reader.FetchAsync(".take-away a[href*='.atom'], .take-away a[href*='/feed']");
            Assert.Contains("<entry>", feed, StringComparison.Ordinal);
        }),
        new("cites the search", "a text with query and version of the index", async reader =>
        {
            await reader.ClickAsync(".citation summary");
            Assert.Contains(Reader.Name, await reader.TextOfAsync(".citation .whole"), StringComparison.Ordinal);
            Assert.Contains(reader.Text.Tools.IndexVersion.Trim(), await reader.TextOfAsync(".citation .whole"), StringComparison.Ordinal);
        }),
        new("follows the permalink", "the same hits, and no note that the index has changed", async reader =>
        {
            string[] titles = await reader.TextsOfAsync(".hit h2");
            await reader.ClickAsync(".citation p a");
            Assert.Contains("index=", reader.Address, StringComparison.Ordinal);
            Assert.Equal(titles, await reader.TextsOfAsync(".hit h2"));
            Assert.Equal(0, await reader.CountAsync(".notices"));
        }),
        new("opens a link to another version of the index", "a note that the archive has changed", async reader =>
        {
            await reader.GoAsync($"/?q={Reader.Name}&index=0123456789abcdef");
            Assert.Contains("0123456789abcdef", await reader.TextOfAsync(".notices"), StringComparison.Ordinal);
        }),
        new("sends the address to a colleague", "the same hits in the colleague's window", async reader =>
        {
            await reader.GoAsync($"/?q={Reader.Name}&outlet=haixia&sort=oldest&chart=share");
            IPage colleague = await reader.Page.Context.NewPageAsync();
            await colleague.GotoAsync(reader.Page.Url);
            Assert.Equal(await reader.TextsOfAsync(".hit h2"), await colleague.Locator(".hit h2").AllInnerTextsAsync());
            await colleague.CloseAsync();
        }),
    ];
}
