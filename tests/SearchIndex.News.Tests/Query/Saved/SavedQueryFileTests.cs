using SearchIndex.News.Ingest;
using SearchIndex.News.Query;
using SearchIndex.News.Query.Saved;

namespace SearchIndex.News.Tests.Query.Saved;

public sealed class SavedQueryFileTests
{
    [Fact]
    public void Read_WholeLine_IsAQuery()
    {
        SavedQueryFile file = Read("# comment\n\nnato\t北约 OR 日本\toutlet=dw&outlet=rfi&from=2023&script=hant&variants=off&collapse=off&match=any\t北约新闻\n");

        SavedQuery query = Assert.Single(file.Queries);
        Assert.Empty(file.Problems);
        Assert.Equal(("nato", "北约新闻", "北约 OR 日本"), (query.Name, query.Title, query.Request.Query));
        Assert.Equal(["dw", "rfi"], query.Request.Outlets);
        Assert.Equal(new DateTimeOffset(2023, 1, 1, 0, 0, 0, TimeSpan.Zero), query.Request.From);
        Assert.Equal([ArticleScript.Hant], query.Request.Scripts);
        Assert.Equal((false, false, MatchMode.Any), (query.Request.Variants, query.Request.Collapse, query.Request.Match));
    }

    [Theory]
    [InlineData("nato\t北约")]
    [InlineData("nato\t北约\t")]
    [InlineData("nato\t北约\t\t")]
    [InlineData(" nato \t 北约 \t?size=50&page=2&sort=newest&facets=year&explain=true")]
    public void Read_LittleInALine_IsEnough(string line)
    {
        SavedQueryFile file = Read(line);

        Assert.Empty(file.Problems);
        SavedQuery query = Assert.Single(file.Queries);
        Assert.Equal(("nato", "nato", "北约"), (query.Name, query.Title, query.Request.Query));
    }

    [Fact]
    public void Read_FilterInPercentSigns_IsTheTextItself()
    {
        SavedQuery query = Assert.Single(Read("author\t\tauthor=%E9%99%88%E5%A4%A7%E6%96%87&author=John+Doe%26Co").Queries);

        Assert.Equal(["陈大文", "John Doe&Co"], query.Request.Authors);
    }

    [Theory]
    [InlineData("nato", "1 columns")]
    [InlineData("a\tb\tc\td\te", "5 columns")]
    [InlineData("a b\t北约", "'a b' is no name")]
    [InlineData("a/../b\t北约", "is no name")]
    [InlineData("\t北约", "'' is no name")]
    public void Read_BrokenLine_IsReportedAndLeftOut(string line, string reason)
    {
        SavedQueryFile file = Read($"first\t日本\n{line}\nlast\t北约");

        Assert.Equal(["first", "last"], file.Queries.Select(query => query.Name));
        string problem = Assert.Single(file.Problems).ToString();
        Assert.StartsWith("folder/queries.tsv:2: ", problem, StringComparison.Ordinal);
        Assert.Contains(reason, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("from=yesterday", "from: 'yesterday' is not allowed")]
    [InlineData("color=red", "'color' is no filter")]
    public void Read_WrongFilter_IsReportedAndTheQueryStays(string filters, string reason)
    {
        SavedQueryFile file = Read($"nato\t北约\t{filters}&outlet=dw");

        Assert.Equal(["dw"], Assert.Single(file.Queries).Request.Outlets);
        Assert.Contains(reason, Assert.Single(file.Problems).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NameThatIsThere_IsReported()
    {
        SavedQueryFile file = Read("nato\t北约\nNATO\t日本");

        Assert.Equal("北约", Assert.Single(file.Queries).Request.Query);
        Assert.Contains("there is a query 'NATO' already", Assert.Single(file.Problems).Reason, StringComparison.Ordinal);
        Assert.NotNull(file.Find("Nato"));
        Assert.Null(file.Find("japan"));
    }

    [Fact]
    public void Read_RandomCharacters_NeverFails()
    {
        const int seed = 11;
        var random = new Random(seed);
        const string alphabet = "ab北约\t\t\n#&=%?+-\u0000\uD800";
        for (int round = 0; round < 2000; round++)
        {
            string text = new([.. Enumerable.Range(0, random.Next(60)).Select(_ => alphabet[random.Next(alphabet.Length)])]);

            Exception? thrown = Record.Exception(() => Read(text));

            Assert.True(thrown is null, $"seed {seed}, round {round}: {thrown}");
        }
    }

    private static SavedQueryFile Read(string text) => SavedQueryFile.Read(new StringReader(text), "folder/queries.tsv");
}
