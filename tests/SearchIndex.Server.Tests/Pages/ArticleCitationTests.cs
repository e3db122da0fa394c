using SearchIndex.News.Ingest;
using SearchIndex.News.Query;
using SearchIndex.Server.Pages;

namespace SearchIndex.Server.Tests.Pages;

public class ArticleCitationTests
{
    private static readonly DateTimeOffset Today = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    private static readonly ArticleView Article = new()
    {
        Id = "0123456789abcdef",
        Title = "岛上开了邮局",
        TitleMarks = [],
        TitleSourceRange = null,
        Url = "https://news.example/island/1",
        Outlet = new HitOutlet("example", "群岛日报"),
        Author = "陈一鸣",
        Editors = [],
        Published = new DateTimeOffset(2023, 9, 5, 2, 0, 0, TimeSpan.Zero),
        PublishedEvidence = PublishedEvidence.FrontMatter,
        Evidence = default,
        BodySourceRange = null,
        Script = ArticleScript.Hans,
        Sources = ["a.txt"],
        Tags = [],
        Body = "正文",
        BodyMarks = [],
    };

    [Fact]
    public void Styles_EverythingKnown_FollowTheirRules()
    {
        var citation = new ArticleCitation(Article, Today);

        Assert.Equal("陈一鸣. 岛上开了邮局[N/OL]. 群岛日报, 2023-09-05[2026-11-20]. https://news.example/island/1.", citation.ByGbT7714());
        Assert.Equal("陈一鸣. (2023, September 5). 岛上开了邮局. 群岛日报. https://news.example/island/1", citation.ByApa());
        Assert.Equal("陈一鸣. “岛上开了邮局.” 群岛日报, 5 Sept. 2023, https://news.example/island/1. Accessed 20 Nov. 2026.", citation.ByMla());
    }

    [Fact]
    public void Styles_LittleKnown_LeaveItOut()
    {
        var citation = new ArticleCitation(Article with { Author = null, Published = null, Url = "javascript:alert(1)", Title = "邮局在哪里？" }, Today);

        Assert.Equal("邮局在哪里？[N]. 群岛日报.", citation.ByGbT7714());
        Assert.Equal("邮局在哪里？ (n.d.). 群岛日报.", citation.ByApa());
        Assert.Equal("“邮局在哪里？” 群岛日报.", citation.ByMla());
    }
}
