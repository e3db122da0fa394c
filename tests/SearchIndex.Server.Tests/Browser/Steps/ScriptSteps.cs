using Microsoft.Playwright;

namespace SearchIndex.Server.Tests.Browser.Steps;

/// <summary>What is done by keyboard and by drawing, where scripts may run.</summary>
internal static class ScriptSteps
{
    public static IReadOnlyList<ReaderStep> All { get; } =
    [
        Step("types initials", "suggestions with the name", async reader =>
        {
            await reader.GoAsync("/");
            await reader.Box.PressSequentiallyAsync("lfz");
            await reader.First($"[role=option]:has-text('{Reader.Name}')").WaitForAsync();
        }),
        Step("chooses a suggestion by arrow and Enter", "its hits", async reader =>
        {
            await reader.Box.PressAsync("ArrowDown");
            await reader.Box.PressAsync("Enter");
            await reader.ArriveAsync("/?q=", ".hit");
            Assert.Equal(Reader.Name, await reader.Box.InputValueAsync());
        }),
        Step("goes through the hits with j and k", "the hit that has the focus", async reader =>
        {
            foreach (string key in new[] { "j", "j", "k" })
            {
                await reader.Page.Keyboard.PressAsync(key);
            }

            Assert.Equal(await reader.TextOfAsync(".hit h2 a"), await reader.LookAsync<string>("() => document.activeElement.innerText"));
        }),
        Step("opens it with Enter", "the article", async reader =>
        {
            await reader.Page.Keyboard.PressAsync("Enter");
            await reader.ArriveAsync("/articles/", ".article-page");
        }),
        Step("goes to the box with /", "the cursor in the box", async reader =>
        {
            await reader.Page.Keyboard.PressAsync("/");
            Assert.Equal("q", await reader.LookAsync<string>("() => document.activeElement.name"));
        }),
        Step("leaves it with Escape", "the cursor nowhere", async reader =>
        {
            await reader.Page.Keyboard.PressAsync("Escape");
            Assert.Equal("BODY", await reader.LookAsync<string>("() => document.activeElement.tagName"));
        }),
        Step("clicks the empty box", "the searches of before", async reader =>
        {
            await reader.GoAsync("/");
            await reader.Box.ClickAsync();
            Assert.Contains(await reader.TextsOfAsync("[role=option]"), option => option.Contains(Reader.Name, StringComparison.Ordinal));
        }),
        Step("has them forgotten", "none any more", async reader =>
        {
            await reader.All("[role=option]").Last.ClickAsync();
            await reader.Box.ClickAsync();
            Assert.Equal(0, await reader.CountAsync("[role=option]"));
        }),
        Step("draws a range on the chart", "hits of that time", async reader =>
        {
            await reader.AskAnewAsync(Reader.Name);
            LocatorBoundingBoxResult from = (await reader.First(".chart a[data-period='2023-04'] .reach").BoundingBoxAsync())!;
            LocatorBoundingBoxResult to = (await reader.First(".chart a[data-period='2023-12'] .reach").BoundingBoxAsync())!;
            await reader.Page.Mouse.MoveAsync(from.X + (from.Width / 2), from.Y + 20);
            await reader.Page.Mouse.DownAsync();
            await reader.Page.Mouse.MoveAsync(to.X + (to.Width / 2), to.Y + 20, new MouseMoveOptions { Steps = 4 });
            await reader.Page.Mouse.UpAsync();
            await reader.ArriveAsync("from=2023-04&to=2023-12", ".hit");
            Assert.NotEqual(0, await reader.HitsAsync());
        }),
    ];

    private static ReaderStep Step(string does, string sees, Func<Reader, Task> run) => new(does, sees, run, NeedsScripts: true);
}
