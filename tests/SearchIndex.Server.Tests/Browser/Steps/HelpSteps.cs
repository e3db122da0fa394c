namespace SearchIndex.Server.Tests.Browser.Steps;

/// <summary>What helps: advice when nothing is found, operators, what is indexed, the language.</summary>
internal static class HelpSteps
{
    public static IReadOnlyList<ReaderStep> All { get; } =
    [
        new("has a condition too many", "that nothing is found, and searches that find something", async reader =>
        {
            await reader.GoAsync($"/?q={Reader.Name}&outlet=yazhou&period=1999");
            Assert.Equal(reader.Text.NothingFound, await reader.TextOfAsync(".nothing h2"));
            Assert.NotEqual(0, await reader.CountAsync(".nothing a"));
        }),
        new("follows the advice", "hits", async reader =>
        {
            await reader.ClickAsync(".nothing a");
            Assert.NotEqual(0, await reader.HitsAsync());
        }),
        new("mistypes a name", "the question whether the right one was meant, which leads there", async reader =>
        {
            await reader.AskAnewAsync("林方正");
            await reader.ClickAsync($".did-you-mean a:has-text('{Reader.Name}')");
            Assert.Equal(Reader.Name, await reader.Box.InputValueAsync());
            Assert.NotEqual(0, await reader.HitsAsync());
        }),
        new("opens the operators by the box", "each with an example and what it does", async reader =>
        {
            await reader.ClickAsync(".operators summary");
            Assert.Equal(reader.Text.Syntax.Count, await reader.CountAsync(".operators .example"));
        }),
        new("tries an example", "its hits", async reader =>
        {
            await reader.ClickAsync(".operators .example");
            Assert.Equal(reader.Text.Syntax[0].Query, await reader.Box.InputValueAsync());
            Assert.NotEqual(0, await reader.HitsAsync());
        }),
        new("asks nothing in quotation marks and nonsense", "a page, not an error", async reader =>
        {
            await reader.AskAnewAsync("\"((( 哦哦哦哦哦");
            Assert.Equal(reader.Text.NothingFound, await reader.TextOfAsync(".nothing h2"));
        }),
        new("comes by a wrong address", "that there is no such page, and the way to the search", async reader =>
        {
            await reader.GoAsync("/articles/0000000000000000");
            Assert.Equal(reader.Text.NotFoundTitle, await reader.TextOfAsync("h1"));
            await reader.ClickAsync(".message a");
            Assert.Equal("/", reader.Address);
        }),
        new("looks what is indexed", "articles, last change and version of the index", async reader =>
        {
            await reader.ClickAsync(".colophon a[href='/status']");
            Assert.Equal(reader.StatusWords.Title, await reader.TextOfAsync("h1"));
            string facts = await reader.TextOfAsync(".status .facts");
            Assert.Contains("60", facts, StringComparison.Ordinal);
            Assert.Contains(reader.StatusWords.Commit, facts, StringComparison.Ordinal);
        }),
        new("looks how much there is of each outlet", "a line for each, with first and last month", async reader =>
            Assert.Equal(6, await reader.CountAsync("section:has(h2:text-is(\"" + reader.StatusWords.ByOutlet + "\")) tbody tr"))),
        new("chooses a year there", "its months by outlet", async reader =>
        {
            await reader.ClickAsync(".years a[href*='year=2023']");
            Assert.Equal(Pages2023(reader), await reader.TextOfAsync("#months"));
            Assert.Equal(12, await reader.CountAsync(".months tbody tr"));
        }),
        new("follows a number", "as many articles as it said", async reader =>
        {
            string number = await reader.TextOfAsync(".months tbody td a");
            await reader.ClickAsync(".months tbody td a");
            Assert.Equal(number, (await reader.TotalAsync()).ToString(System.Globalization.CultureInfo.InvariantCulture));
        }),
        new("changes the language", "the same page in it", async reader =>
        {
            await reader.GoAsync("/?q=" + Reader.Name);
            await reader.ClickAsync("a.language");
            string chosen = (await reader.First("html").GetAttributeAsync("lang"))!;
            Assert.NotEqual(reader.Text.Language, chosen);
            Assert.Equal(Reader.Name, await reader.Box.InputValueAsync());
        }),
        new("goes on", "pages in the chosen language", async reader =>
        {
            await reader.ClickAsync(".site-name");
            Assert.NotEqual(reader.Text.Language, await reader.First("html").GetAttributeAsync("lang"));
        }),
        new("changes the language back", "the own language", async reader =>
        {
            await reader.ClickAsync($"a.language[lang={reader.Text.Language}]");
            Assert.Equal(reader.Text.SiteName, await reader.TextOfAsync("h1"));
        }),
    ];

    private static string Pages2023(Reader reader) => SearchIndex.Server.Pages.PageText.Fill(reader.StatusWords.MonthsOf, 2023);
}
