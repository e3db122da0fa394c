using Microsoft.Playwright;
using SearchIndex.Server.Pages;

namespace SearchIndex.Server.Tests.Browser.Steps;

/// <summary>Reading: an article, its marks and facts, other outlets beside it, citing and printing it.</summary>
internal static class ReadingSteps
{
    public static IReadOnlyList<ReaderStep> All { get; } =
    [
        new("opens a hit", "the whole text in its own language, with all marks", async reader =>
        {
            await reader.AskAnewAsync(Reader.Name + " 换将");
            string title = await reader.TextOfAsync(".hit h2");
            await reader.ClickAsync(".hit h2 a");
            Assert.Equal(title, await reader.TextOfAsync("h1"));
            Assert.Equal("zh-Hant", await reader.First("article").GetAttributeAsync("lang"));
            Assert.True(await reader.CountAsync("article mark") > 1);
        }),
        new("jumps to the first mark", "it stands out, and has links to its neighbours", async reader =>
        {
            await reader.ClickAsync(".mark-count a");
            Assert.Equal(1, await reader.CountAsync("mark:target"));
            Assert.True(await reader.First("mark:target + .steps").IsVisibleAsync());
        }),
        new("goes on to the next mark", "the next one stands out", async reader =>
        {
            string before = (await reader.First("mark:target").GetAttributeAsync("id"))!;
            await reader.ClickAsync("mark:target + .steps a:last-child");
            Assert.NotEqual(before, await reader.First("mark:target").GetAttributeAsync("id"));
        }),
        new("looks where the facts are from", "outlet and date with the place they were found, file and bytes", async reader =>
        {
            string facts = await reader.TextOfAsync(".about dl");
            Assert.Contains(PageText.Fill(reader.Text.Tools.TakenFrom, reader.Text.FromFrontMatter), facts, StringComparison.Ordinal);
            Assert.Contains(reader.Text.Source, facts, StringComparison.Ordinal);
            Assert.Contains("haixia/2023-12/", facts, StringComparison.Ordinal);
            Assert.Contains(reader.Text.Tools.TextPlace, facts, StringComparison.Ordinal);
            Assert.Matches(@"\d+–\d+", facts);
        }),
        new("looks for the original", "a link that tells the other site nothing", async reader =>
        {
            Assert.StartsWith("https://", await reader.First(".original a").GetAttributeAsync("href"), StringComparison.Ordinal);
            Assert.Equal("noopener noreferrer", await reader.First(".original a").GetAttributeAsync("rel"));
        }),
        new("cites the article", "ready texts in three styles", async reader =>
        {
            await reader.ClickAsync(".citation summary");
            string[] styles = await reader.TextsOfAsync(".citation dd");
            Assert.Equal(3, styles.Length);
            Assert.Contains("[N/OL]", styles[0], StringComparison.Ordinal);
        }),
        new("takes the citation away", "a record for a reference manager", async reader =>
            Assert.StartsWith("TY  -", (await reader.FetchAsync(".citation a[href*='format=ris']")).TrimStart('\uFEFF'), StringComparison.Ordinal)),
        new("puts another outlet's article beside it", "both texts, with marks in both", async reader =>
        {
            await reader.ClickAsync(".related .compare");
            Assert.Equal(2, (await reader.TextsOfAsync(".pair .outlet")).Distinct().Count());
            Assert.NotEqual(0, await reader.CountAsync("#one mark"));
            Assert.NotEqual(0, await reader.CountAsync("#other mark"));
        }),
        new("looks how they stand", "side by side in a wide window, one after the other in a narrow one", async reader =>
        {
            LocatorBoundingBoxResult one = (await reader.First("#one").BoundingBoxAsync())!;
            LocatorBoundingBoxResult other = (await reader.First("#other").BoundingBoxAsync())!;
            Assert.Equal(reader.Width > 1000, other.X > one.X + one.Width);
            Assert.Equal(reader.Width < 1000, other.Y > one.Y + one.Height);
        }),
        new("goes back to the article", "the article", async reader =>
        {
            await reader.ClickAsync(".back a");
            Assert.Equal(1, await reader.CountAsync(".article-page"));
        }),
        new("goes back to the results", "the same search", async reader =>
        {
            await reader.ClickAsync(".back a");
            Assert.Equal(Reader.Name + " 换将", await reader.Box.InputValueAsync());
            Assert.NotEqual(0, await reader.HitsAsync());
        }),
        new("puts a version beside its revision", "what both have, underlined, and how much that is", async reader =>
        {
            await reader.AskAnewAsync("花莲 天王星 outlet:chenxing");
            await reader.ClickAsync(".hit h2 a");
            await reader.ClickAsync(".related .compare");
            Assert.NotEqual(0, await reader.CountAsync("#one .shared"));
            Assert.NotEqual(0, await reader.CountAsync("#other .shared"));
            Assert.Matches(@"9\d%", string.Concat(await reader.TextsOfAsync(".pair .mark-count")));
        }),
        new("chooses another article to compare with", "that one beside the first", async reader =>
        {
            string before = reader.Address;
            await reader.ClickAsync(".beside > .choices a:not([aria-current])");
            Assert.Equal(before.Split('/')[2], reader.Address.Split('/')[2]);
            Assert.NotEqual(before.Split('/')[4], reader.Address.Split('/')[4]);
        }),
        new("prints an article", "the text without boxes and buttons", async reader =>
        {
            await reader.ClickAsync("#other h2 a");
            await reader.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
            Assert.False(await reader.Box.IsVisibleAsync());
            Assert.False(await reader.First(".citation").IsVisibleAsync());
            Assert.True(await reader.First("article .body").IsVisibleAsync());
            await reader.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen });
        }),
    ];
}
