using System.Globalization;
using SearchIndex.News.Ingest;
using SearchIndex.Testing;

namespace SearchIndex.News.Tests.Ingest;

/// <summary>The five real files that must be read rightly first.</summary>
public sealed class SeedArticlesTests
{
    private static readonly Lazy<IReadOnlyList<Article>> Articles = new(ReadAll);

    [SharedFact]
    public void Read_Seeds_HaveTheirTitlesAndUrls()
    {
        Assert.Equal(
            [
                "日外相證實 與北約商討在日開設辦事處", "美日加强军事合作 驻日美军指挥结构升级", "应对中俄朝？ 美日将举行2+2安全会谈讨论核威慑问题",
                "日美强化军事合作 或大幅度更新安保条约 - 要闻解说", "日本对俄朝首脑会谈表示关注与担忧",
            ],
            Articles.Value.Select(article => article.Title));
        Assert.EndsWith("/a-65582973", Articles.Value[0].Url, StringComparison.Ordinal);
        Assert.EndsWith("/a-69790970", Articles.Value[1].Url, StringComparison.Ordinal);
        Assert.Equal(
            "https://www.rfa.org/mandarin/yataibaodao/junshiwaijiao/my3-us-japan-2plus2-07232024133227.html", Articles.Value[2].Url);
        Assert.StartsWith("https://www.rfi.fr/cn/", Articles.Value[3].Url, StringComparison.Ordinal);
        Assert.StartsWith("https://www.rfi.fr/cn/", Articles.Value[4].Url, StringComparison.Ordinal);
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

    private static int Count(Article article, string name) =>
        (article.Title + "\n" + string.Join('\n', article.Paragraphs)).Split(name).Length - 1;
}
