using System.Globalization;
using Microsoft.Playwright;
using SearchIndex.Server.Pages;
using SearchIndex.Testing;
using Xunit.Abstractions;

namespace SearchIndex.Server.Tests.Browser.Steps;

/// <summary>The steps of a researcher, one after the other: in three languages, with and without scripts, in narrow and in wide windows.</summary>
[Collection(SampleBrowserCollection.Name)]
public sealed class ReaderStepTests(SampleBrowser browser, ITestOutputHelper output)
{
    private const int Fewest = 40;

    private static readonly ReaderStep[] Steps =
        [.. AskingSteps.All, .. NarrowingSteps.All, .. TakingAwaySteps.All, .. ReadingSteps.All, .. HelpSteps.All, .. ScriptSteps.All];

    /// <summary>Gets the readers: each language with both widths, with and without scripts; in the usual one all four together.</summary>
    public static TheoryData<string, bool, int> Readers => new()
    {
        { "zh-CN", true, 360 },
        { "zh-CN", true, 1400 },
        { "zh-CN", false, 360 },
        { "zh-CN", false, 1400 },
        { "zh-TW", true, 360 },
        { "zh-TW", false, 1400 },
        { "en-US", true, 1400 },
        { "en-US", false, 360 },
    };

    [BrowserTheory]
    [MemberData(nameof(Readers))]
    public async Task Research_EveryStep_ShowsWhatItMust(string locale, bool runsScripts, int width)
    {
        IPage page = await browser.OpenAsync("/", width, runsScripts: runsScripts, locale: locale);
        var reader = new Reader(page, TextOf(locale), width);
        for (int number = 1; number <= Steps.Length; number++)
        {
            ReaderStep step = Steps[number - 1];
            if (step.NeedsScripts && !runsScripts)
            {
                continue;
            }

            try
            {
                await step.Run(reader);
                await AssertFitsAsync(page);
            }
            catch (Exception problem) when (problem is Xunit.Sdk.XunitException or PlaywrightException or TimeoutException)
            {
                Assert.Fail($"step {number}, {step.Does}: must see {step.Sees}; at {page.Url}: {problem.Message}");
            }

            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{number}. {step.Does}: {step.Sees}"));
        }

        await page.Context.DisposeAsync();
    }

    /// <summary>The table beside this file; <c>UPDATE_STEPS=1</c> writes it anew.</summary>
    [Fact]
    public async Task Steps_AreAtLeastForty_AndTheTableNamesEach()
    {
        string[] lines =
        [
            "# What a researcher does",
            string.Empty,
            "`ReaderStepTests` does all of it in 简体, 繁體 and English, with and without scripts (where they are not needed), in windows of 360 and of 1400 pixels.",
            "After each step no page is wider than its window.",
            string.Empty,
            "| step | the reader | sees | needs scripts |",
            "|---|---|---|---|",
            .. Steps.Select((step, index) => string.Create(CultureInfo.InvariantCulture, $"| {index + 1} | {step.Does} | {step.Sees} | {(step.NeedsScripts ? "yes" : string.Empty)} |")),
        ];
        string table = string.Join('\n', lines) + "\n";
        string file = RepositoryFolder.At("tests", "SearchIndex.Server.Tests", "Browser", "Steps", "README.md");
        if (Environment.GetEnvironmentVariable("UPDATE_STEPS") == "1")
        {
            await File.WriteAllTextAsync(file, table);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Steps.Length} steps, {Steps.Count(step => !step.NeedsScripts)} of them without scripts, × {Readers.Count} readers"));
        Assert.True(Steps.Count(step => !step.NeedsScripts) >= Fewest, "there are too few steps");
        Assert.Equal(table, (await File.ReadAllTextAsync(file)).ReplaceLineEndings("\n"));
    }

    private static async Task AssertFitsAsync(IPage page)
    {
        int overhang = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - window.innerWidth");
        Assert.True(overhang <= 0, $"{overhang} pixels wider than the window");
    }

    private static PageText TextOf(string locale) => locale switch
    {
        "zh-CN" => PageText.Hans,
        "zh-TW" => PageText.Hant,
        _ => PageText.English,
    };
}
