namespace SearchIndex.Server.Tests.Browser.Steps;

/// <summary>Narrowing: facets, conditions, dates, the order, the chart.</summary>
internal static class NarrowingSteps
{
    private const string One = "yazhou";

    private const string Another = "haixia";

    public static IReadOnlyList<ReaderStep> All { get; } =
    [
        new("chooses an outlet beside the hits", "hits of that outlet only", async reader =>
        {
            await reader.AskAnewAsync(Reader.Name);
            await reader.ChooseAsync("outlet", $"outlet={One}");
            reader.Noted = await reader.TotalAsync();
            Assert.InRange(reader.Noted, 1, 9);
            Assert.Single((await reader.TextsOfAsync(".hit .outlet")).Distinct());
        }),
        new("chooses a second outlet", "hits of both", async reader =>
        {
            await reader.ChooseAsync("outlet", $"outlet={Another}");
            Assert.InRange(await reader.TotalAsync(), reader.Noted + 1, 9);
            Assert.Equal(2, (await reader.TextsOfAsync(".hit .outlet")).Distinct().Count());
        }),
        new("takes the first outlet away", "hits of the second", async reader =>
        {
            await reader.ClickAsync(".conditions a");
            Assert.Contains($"outlet={Another}", reader.Address, StringComparison.Ordinal);
            Assert.DoesNotContain($"outlet={One}", reader.Address, StringComparison.Ordinal);
        }),
        new("chooses a year", "hits of the year, and its months beside them", async reader =>
        {
            await reader.ChooseAsync("year", "period=2023");
            Assert.All(await reader.DaysAsync(), day => Assert.StartsWith("2023-", day, StringComparison.Ordinal));
            Assert.NotEqual(0, await reader.CountAsync(".facet .months a"));
        }),
        new("chooses a month", "hits of the month", async reader =>
        {
            await reader.OpenFiltersAsync();
            string month = (await reader.TextOfAsync(".facet .months a span"))[..7];
            await reader.ClickAsync(".facet .months a");
            Assert.Contains($"period={month}", reader.Address, StringComparison.Ordinal);
            Assert.NotEqual(0, await reader.HitsAsync());
        }),
        new("takes all conditions away", "all hits again", async reader =>
        {
            await reader.ClickAsync(".conditions .all");
            Assert.Equal(10, await reader.TotalAsync());
            Assert.Equal(0, await reader.CountAsync(".conditions"));
        }),
        new("chooses a script", "hits in that script only", async reader =>
        {
            await reader.ChooseAsync("script", "script=hant");
            Assert.Equal(0, await reader.CountAsync(".hit h2[lang=zh-Hans]"));
            Assert.NotEqual(0, await reader.CountAsync(".hit h2[lang=zh-Hant]"));
        }),
        new("asks something else", "that the condition stays", async reader =>
        {
            await reader.AskAsync("日本");
            Assert.Contains("script=hant", reader.Address, StringComparison.Ordinal);
            Assert.Equal(reader.Text.ScriptHant + " ×", await reader.TextOfAsync(".conditions a"));
        }),
        new("types a first and a last month", "hits between them", async reader =>
        {
            await reader.AskAnewAsync(Reader.Name);
            await reader.OpenFiltersAsync();
            await reader.First("input[name=from]").FillAsync("2023-04");
            await reader.First("input[name=to]").FillAsync("2023-12");
            await reader.ClickAsync(".actions button");
            Assert.All(await reader.DaysAsync(), day => Assert.InRange(day, "2023-04", "2023-12-31"));
            Assert.NotEqual(0, await reader.HitsAsync());
        }),
        new("types a date that is none", "what is wrong, with the value to be mended", async reader =>
        {
            await reader.OpenFiltersAsync();
            await reader.First("input[name=from]").FillAsync("soon");
            await reader.ClickAsync(".actions button");
            Assert.Contains("soon", await reader.TextOfAsync("[role=alert]"), StringComparison.Ordinal);
            Assert.Equal("soon", await reader.First("input[name=from]").InputValueAsync());
        }),
        new("wants the newest first", "dates from new to old", async reader =>
        {
            await reader.AskAnewAsync(Reader.Name);
            await reader.ClickAsync(".results-head .choices a[href*='sort=newest']");
            string[] days = await reader.DaysAsync();
            Assert.Equal(days.OrderDescending(StringComparer.Ordinal), days);
        }),
        new("wants the oldest first", "dates from old to new", async reader =>
        {
            await reader.ClickAsync(".results-head .choices a[href*='sort=oldest']");
            string[] days = await reader.DaysAsync();
            Assert.Equal(days.Order(StringComparer.Ordinal), days);
        }),
        new("looks at the chart", "bars for the times with hits, and the outlets by colour", async reader =>
        {
            Assert.NotEqual(0, await reader.CountAsync(".chart a[data-period]"));
            Assert.Equal(5, await reader.CountAsync(".legend li"));
        }),
        new("switches the chart to shares", "that the share is chosen, and a highest bar in percent", async reader =>
        {
            await reader.ClickAsync(".timeline .choices a[href*='chart=share']");
            Assert.Equal(reader.Text.Tools.ShareAxis, await reader.TextOfAsync(".timeline .choices a[aria-current]"));
            Assert.EndsWith("%", await reader.TextOfAsync(".chart .top"), StringComparison.Ordinal);
        }),
        new("opens the numbers of the chart", "a line for each time, with what the archive has", async reader =>
        {
            await reader.ClickAsync(".numbers summary");
            Assert.NotEqual(0, await reader.CountAsync(".numbers tbody tr"));
        }),
        new("follows a time of the table", "hits of that time; the share stays chosen", async reader =>
        {
            string period = await reader.TextOfAsync(".numbers tbody a");
            await reader.ClickAsync(".numbers tbody a");
            Assert.Contains($"from={period}&to={period}", reader.Address, StringComparison.Ordinal);
            Assert.Contains("chart=share", reader.Address, StringComparison.Ordinal);
            Assert.All(await reader.DaysAsync(), day => Assert.StartsWith(period, day, StringComparison.Ordinal));
        }),
        new("clicks a bar", "hits of its time", async reader =>
        {
            await reader.AskAnewAsync(Reader.Name);
            await reader.ClickAsync(".chart a[data-period='2023-12'] .reach");
            await reader.ArriveAsync("from=2023-12&to=2023-12", ".hit");
            Assert.Equal("2023-12 ×", await reader.TextOfAsync(".conditions a"));
        }),
    ];
}
