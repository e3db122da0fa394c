using System.Text;
using System.Text.RegularExpressions;
using SearchIndex.Testing;

namespace SearchIndex.News.Tests.Samples;

/// <summary>What the README of the sample archive promises, checked on the bytes of its files.</summary>
public sealed partial class SampleArchiveTests
{
    private const int MaxFileBytes = 20 * 1024;

    // Frequent in news, and written in one of the scripts only.
    private const string HansTelling = "国东说这时会对发个们为开关过经应战总选员现长车门问间区亚欧议";
    private const string HantTelling = "國東說這時會對發個們為開關過經應戰總選員現長車門問間區亞歐議";

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    [Fact]
    public void Files_InArchive_AreAtLeastForty()
    {
        string[] files = ArchiveFiles();

        Assert.True(files.Length >= 40, $"{files.Length} files");
    }

    [Fact]
    public void Files_Each_AreSmallUtf8()
    {
        foreach (string file in ArchiveFiles())
        {
            byte[] bytes = File.ReadAllBytes(file);

            Assert.True(bytes.Length <= MaxFileBytes, $"{file} has {bytes.Length} bytes");
            Assert.Null(Record.Exception(() => StrictUtf8.GetString(bytes)));
        }
    }

    [Fact]
    public void Scripts_OfFiles_AreBalanced()
    {
        string[] texts = ArchiveTexts();

        int hans = texts.Count(IsHans);
        int hant = texts.Count(IsHant);

        Assert.Equal(texts.Length, hans + hant);
        Assert.InRange(hans, (int)(texts.Length * 0.45), (int)(texts.Length * 0.55));
    }

    [Fact]
    public void Scripts_WithinOneFile_AreNotMixed()
    {
        foreach (string file in ArchiveFiles())
        {
            string text = File.ReadAllText(file);

            int minority = Math.Min(CountOf(text, HansTelling), CountOf(text, HantTelling));

            Assert.True(minority == 0, $"{file} has {minority} telling characters of the other script");
        }
    }

    [Fact]
    public void Hosts_OfUrls_AreInventedAndOfFourOutlets()
    {
        string[] texts = ArchiveTexts();

        string[] hosts = [.. texts.SelectMany(text => HostPattern().Matches(text)).Select(match => match.Groups[1].Value).Distinct()];
        string[] outlets = [.. texts.Select(text => LinkLinePattern().Match(text).Groups[1].Value).Distinct()];

        Assert.All(hosts, host => Assert.EndsWith(".example", host, StringComparison.Ordinal));
        Assert.DoesNotContain(string.Empty, outlets);
        Assert.True(outlets.Length >= 4, string.Join(' ', outlets));
    }

    [Theory]
    [InlineData("林芳正", "林芳正", 3)]
    [InlineData("北约", "北約", 4)]
    [InlineData("特朗普", "川普", 2)]
    [InlineData("冯德莱恩", "馮德萊恩", 2)]
    [InlineData("嫦娥六号", "嫦娥六號", 2)]
    public void Names_InBothSpellings_AreInBothScripts(string simplified, string traditional, int minimum)
    {
        string[] texts = ArchiveTexts();

        int hans = texts.Count(text => IsHans(text) && text.Contains(simplified, StringComparison.Ordinal));
        int hant = texts.Count(text => IsHant(text) && text.Contains(traditional, StringComparison.Ordinal));

        Assert.True(hans > 0, $"no Simplified article on {simplified}");
        Assert.True(hant > 0, $"no Traditional article on {traditional}");
        Assert.True(hans + hant >= minimum, $"{hans + hant} articles on {simplified}");
    }

    private static bool IsHans(string text) => CountOf(text, HansTelling) > CountOf(text, HantTelling);

    private static bool IsHant(string text) => CountOf(text, HantTelling) > CountOf(text, HansTelling);

    private static int CountOf(string text, string telling) => text.Count(telling.Contains);

    private static string[] ArchiveTexts() => [.. ArchiveFiles().Select(File.ReadAllText)];

    private static string[] ArchiveFiles() =>
        Directory.GetFiles(RepositoryFolder.At("index-data", "articles"), "*", SearchOption.AllDirectories);

    // The host ends before a port, a path, a query, or the markup around the URL.
    [GeneratedRegex(@"https?://([^/:?#""'\s<>()&]+)")]
    private static partial Regex HostPattern();

    [GeneratedRegex(@"^\[.*\]\(https://([^/]+)/.*\)\r?$", RegexOptions.Multiline)]
    private static partial Regex LinkLinePattern();
}
