using System.Text.RegularExpressions;
using SearchIndex.News.Query;
using SearchIndex.News.Query.Language;
using SearchIndex.Testing;

namespace SearchIndex.News.Tests.Query;

/// <summary>Runs the examples of docs/query-language.md.</summary>
public sealed partial class QueryLanguageDocumentTests : IClassFixture<LanguageArchive>
{
    /// <summary>What each example of the tables finds in <see cref="LanguageArchive"/>.</summary>
    private static readonly Dictionary<string, string> Found = new(StringComparer.Ordinal)
    {
        ["林芳正"] = "hans hant",
        ["北约秘书长访问日本"] = "hant",
        ["日本外相是谁？"] = "hans",
        ["日本 北约"] = "hans hant",
        ["\"日本外相\""] = "hans",
        ["《猫的故事》"] = "undated",
        ["林?正"] = "hans hant",
        ["COV*"] = "other",
        ["=北約"] = "hant",
        ["北约 AND 日本"] = "hans hant",
        ["花莲 OR 呼和浩特"] = "other undated",
        ["北约 -冯德莱恩"] = "hant",
        ["(花莲 OR 东京) -title:地震"] = "hans hant",
        ["\"日本 北约\"~10"] = "hans hant",
        ["\"日本 北约\"~>10"] = "hans",
        ["title:林芳正"] = "hant",
        ["body:日本外相"] = "hans",
        ["author:陈大文"] = "hant",
        ["outlet:wanbao.example"] = "hant",
        ["url:dongfang.example/c"] = "undated",
        ["script:hant"] = "hant",
        ["date:2023-05"] = "hans",
        ["date:2023-05-01..2023-06-15"] = "hans hant",
        ["date:>2023"] = "other",
        ["title:(日本 OR 东京)"] = "hans hant",
    };

    private readonly LanguageArchive _archive;

    public QueryLanguageDocumentTests(LanguageArchive archive)
    {
        _archive = archive;
    }

    public static TheoryData<string> Examples => new(Found.Keys);

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_OfTable_FindsArticles(string query)
    {
        string[] found = _archive.Articles.Find(query);

        Assert.Equal(Found[query], string.Join(' ', found.Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Tables_HaveNoExample_ThatIsNotRun()
    {
        string[] examples = [.. File.ReadLines(RepositoryFolder.At("docs/query-language.md"))
            .Select(line => TableRow().Match(line))
            .Where(row => row.Success)
            .Select(row => row.Groups[1].Value)];

        Assert.Equal(Found.Keys.Order(StringComparer.Ordinal), examples.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Grammar_OfDocument_IsThatOfTheParser()
    {
        string document = File.ReadAllText(RepositoryFolder.At("docs/query-language.md"));
        string parser = File.ReadAllText(RepositoryFolder.At("src/SearchIndex.News/Query/Language/QueryParser.cs"));

        string[] rules = [.. document.Split("```")[1].Split('\n', StringSplitOptions.RemoveEmptyEntries)];
        Assert.All(rules, rule => Assert.Contains(rule, parser, StringComparison.Ordinal));
        Assert.Contains($"{QueryLimits.Default.Parts} parts and {QueryLimits.Default.Nesting} levels", document, StringComparison.Ordinal);
        Assert.Contains($"{SearchRequest.MaxQueryLength:N0} UTF-16 units", document, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^\| `([^`]+)` \|")]
    private static partial Regex TableRow();
}
