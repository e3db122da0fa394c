using System.Globalization;
using SearchIndex.News.Ingest;
using SearchIndex.Testing;

namespace SearchIndex.News.Tests.Ingest;

/// <summary>The five real files that must be read rightly first.</summary>
public sealed class SeedArticlesTests
{
    private static readonly Lazy<IReadOnlyList<Article>> Articles = new(ReadAll);

    [SharedFact]
    public void Read_Seeds_HaveTheTitlesAndUrlsOfTheirLinks()
    {
        IEnumerable<string> links = Articles.Value.Select(article => $"[{article.Title}]({article.Url})");

        Assert.Equal(5, Articles.Value.Count);
        Assert.Equal(Articles.Value.Select(article => LinkLine(article.Sources[0])), links);
    }

    [SharedFact]
    public void Read_Seeds_HaveTheirOutletsAndScripts()
    {
        Assert.Equal(["dw", "dw", "rfa", "rfi", "rfi"], Articles.Value.Select(article => article.Outlet.Id));
        Assert.Equal(
            [ArticleScript.Hant, ArticleScript.Hans, ArticleScript.Hans, ArticleScript.Hans, ArticleScript.Hans],
            Articles.Value.Select(article => article.Script));
    }

    [SharedFact]
    public void Read_Seeds_HaveTheirDates()
    {
        Assert.Equal(
            [
                "2023-05-11T02:00:36.640Z BodyStamp", "2024-07-28T11:07:48.781Z BodyStamp", "2024-07-24T01:45:53.725Z FrontMatter",
                "2024-03-25T12:45:03.000Z EpochComment", "2023-09-12T12:15:01.000Z EpochComment",
            ],
            Articles.Value.Select(article =>
                article.Published?.ToString("yyyy-MM-ddTHH:mm:ss.fffZ ", CultureInfo.InvariantCulture) + article.PublishedEvidence));
    }

    [SharedFact]
    public void Read_Seeds_HaveTheirNames()
    {
        Assert.Equal([6, 0, 0, 1, 0], Articles.Value.Select(article => Count(article, "林芳正")));
        Assert.Equal([0, 0, 1, 1, 0], Articles.Value.Select(article => Math.Min(1, Count(article, "2加2"))));
        Assert.All(Articles.Value, article => Assert.Equal(0, Count(article, "获取更多RSS") + Count(article, "分享") + Count(article, "版权声明")));
    }

    [SharedFact]
    public void Read_Seeds_HaveTheirBylines()
    {
        Assert.Equal([null, "法新社、美联社", null, "艾米", null], Articles.Value.Select(article => article.Author));
        Assert.Equal(["梒青", "何足"], Articles.Value[2].Editors);
    }

    private static IReadOnlyList<Article> ReadAll()
    {
        SourceFile[] files = [.. SourceFolder.Enumerate([RepositoryFolder.AtShared("seeds")], default)];
        return [.. ArticleSurvey.Run(files, 1, default).Select(group => ArticleReader.Read(group).Article!)];
    }

    private static string LinkLine(string source) =>
        File.ReadLines(RepositoryFolder.AtShared("seeds", source)).First(line => line.StartsWith('['));

    private static int Count(Article article, string name) =>
        (article.Title + "\n" + string.Join('\n', article.Paragraphs)).Split(name).Length - 1;
}
