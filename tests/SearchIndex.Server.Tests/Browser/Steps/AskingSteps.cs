namespace SearchIndex.Server.Tests.Browser.Steps;

/// <summary>Asking: the front page, the query language, both scripts, the names of other regions.</summary>
internal static class AskingSteps
{
    public static IReadOnlyList<ReaderStep> All { get; } =
    [
        new("opens the front page", "its name in the language of the reader, and the cursor in the box", async reader =>
        {
            await reader.GoAsync("/");
            Assert.Equal(reader.Text.SiteName, await reader.TextOfAsync("h1"));
            Assert.Equal(reader.Text.Language, await reader.First("html").GetAttributeAsync("lang"));
            Assert.Equal("q", await reader.LookAsync<string>("() => document.activeElement.name"));
        }),
        new("looks at what the archive has", "how many articles and outlets, from when to when", async reader =>
        {
            string[] facts = await reader.TextsOfAsync(".facts dd");
            Assert.Equal(["60", "6", "2020-12-08 – 2024-11-06"], facts[..3]);
        }),
        new("types a name and asks", "hits in both scripts", async reader =>
        {
            await reader.AskAsync(Reader.Name);
            Assert.Contains(Reader.Name, await reader.TextOfAsync("h1"), StringComparison.Ordinal);
            Assert.NotEqual(0, await reader.CountAsync(".hit h2[lang=zh-Hans]"));
            Assert.NotEqual(0, await reader.CountAsync(".hit h2[lang=zh-Hant]"));
        }),
        new("looks at a hit", "title, outlet, date, script, and the name marked in a passage", async reader =>
        {
            Assert.NotEmpty(await reader.TextOfAsync(".hit h2 a"));
            Assert.NotEmpty(await reader.TextOfAsync(".hit .outlet"));
            Assert.Matches(@"^\d{4}-\d\d-\d\d$", await reader.TextOfAsync(".hit time"));
            Assert.NotEmpty(await reader.TextOfAsync(".hit .badge"));
            Assert.Equal(Reader.Name, await reader.TextOfAsync(".passage mark"));
        }),
        new("asks in simplified characters", "the same word marked in traditional texts", async reader =>
        {
            await reader.AskAnewAsync("北约");
            reader.Noted = await reader.TotalAsync();
            Assert.Contains("北約", await reader.TextsOfAsync(".passage[lang=zh-Hant] mark"));
        }),
        new("asks in traditional characters", "as many articles", async reader =>
        {
            await reader.AskAnewAsync("北約");
            Assert.Equal(reader.Noted, await reader.TotalAsync());
        }),
        new("asks for these very characters with =", "traditional texts only", async reader =>
        {
            await reader.AskAnewAsync("=北約");
            Assert.InRange(await reader.TotalAsync(), 1, reader.Noted - 1);
            Assert.Equal(0, await reader.CountAsync(".hit h2[lang=zh-Hans]"));
        }),
        new("asks for a name as another region writes it", "that the usual form is included, and hits that say which form matched", async reader =>
        {
            await reader.AskAnewAsync("川普");
            reader.Noted = await reader.TotalAsync();
            Assert.Contains("特朗普", await reader.TextOfAsync(".variants"), StringComparison.Ordinal);
            string form = PageTextOf(reader.Text.Tools.MatchedAs, "特朗普");
            Assert.Contains(await reader.TextsOfAsync(".hit .meta"), meta => meta.Contains(form, StringComparison.Ordinal));
        }),
        new("wants the name only as typed", "fewer hits, and the condition with a link that takes it away", async reader =>
        {
            await reader.ClickAsync(".variants a");
            Assert.InRange(await reader.TotalAsync(), 1, reader.Noted - 1);
            await reader.ClickAsync(".conditions a");
            Assert.Equal(reader.Noted, await reader.TotalAsync());
        }),
        new("asks for two words", "articles with both", async reader =>
        {
            await reader.AskAnewAsync("林芳正 北约");
            reader.Noted = await reader.TotalAsync();
            Assert.Equal(await reader.HitsAsync(), reader.Noted);
        }),
        new("lets any of the words do", "more articles", async reader =>
        {
            await reader.OpenFiltersAsync();
            await reader.First("input[name=match]").CheckAsync();
            await reader.ClickAsync(".actions button");
            Assert.Contains("match=any", reader.Address, StringComparison.Ordinal);
            Assert.True(await reader.TotalAsync() > reader.Noted);
        }),
        new("leaves articles out with a minus", "one fewer", async reader =>
        {
            await reader.AskAnewAsync("林芳正 -访华");
            Assert.Equal(9, await reader.TotalAsync());
        }),
        new("asks for exact words in quotation marks", "these words marked, whatever the marks", async reader =>
        {
            await reader.AskAnewAsync("“2加2”");
            Assert.Equal(2, await reader.TotalAsync());
            Assert.All(await reader.TextsOfAsync(".passage mark"), mark => Assert.Equal("2加2", mark));
        }),
        new("asks for a word in titles", "it is marked in every title", async reader =>
        {
            await reader.AskAnewAsync("title:北约");
            Assert.Equal(await reader.HitsAsync(), await reader.CountAsync(".hit h2:has(mark)"));
        }),
        new("asks for a month", "articles of that month", async reader =>
        {
            await reader.AskAnewAsync("date:2023-05");
            Assert.All(await reader.DaysAsync(), day => Assert.StartsWith("2023-05-", day, StringComparison.Ordinal));
            Assert.NotEqual(0, await reader.HitsAsync());
        }),
        new("does not know one character of a name", "articles with the name", async reader =>
        {
            await reader.AskAnewAsync("林?正");
            Assert.Contains(Reader.Name, await reader.TextsOfAsync(".passage mark"));
        }),
    ];

    private static string PageTextOf(string words, string value) => SearchIndex.Server.Pages.PageText.Fill(words, value);
}
