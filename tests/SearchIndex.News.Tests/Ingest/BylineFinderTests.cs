using SearchIndex.News.Ingest;

namespace SearchIndex.News.Tests.Ingest;

public sealed class BylineFinderTests
{
    [Theory]
    [InlineData("<p>正文。</p><div><span>作者：</span><a href=x>某甲</a></div>", "某甲")]
    [InlineData("<p>作者：某甲（Some Name）</p><p>正文。</p>", "某甲")]
    [InlineData("<p>文｜某甲</p><p>正文。</p>", "某甲")]
    [InlineData("<p>(中央社記者某某台北25日電)某國今天表示</p>", "某某")]
    [InlineData("<p>（中央社記者某某甲、某某乙華盛頓11日專電）某國</p>", "某某甲、某某乙")]
    [InlineData("<p>（中央社記者某某甲屏東縣3日電）某國</p>", "某某甲")]
    [InlineData("<p>【某报2020年10月31日讯】（某报记者某某甲台北报导）某国</p>", "某某甲")]
    [InlineData("<p>【某报2020年10月31日讯】（某报记者某甲、某乙采访报导）某国</p>", "某甲、某乙")]
    [InlineData("<p>正文。</p><p>某台记者某甲华盛顿报道 责编：某乙 网编：某丙</p>", "某甲")]
    [InlineData("<p>正文。</p><p>某台记者 某某甲 台北报导 责编 某乙 某丙 网编 某丁</p>", "某某甲")]
    [InlineData("<p>正文。</p><p>（记者：某甲 责编：某乙）</p>", "某甲")]
    [InlineData("<p>正文。</p><p>记者 某某甲；审校 某某乙</p>", "某某甲")]
    [InlineData("<p>某报記者 某甲</p><p>正文。</p>", "某甲")]
    [InlineData("<div><i>Some Name<br>2021-01-01T01:02:03Z</i></div><p>正文。</p>", "Some Name")]
    [InlineData("<div><i>null 某甲<br>2021-01-01T01:02:03Z</i></div><p>正文。</p>", "某甲")]
    [InlineData("<p>正文。</p><p>某甲/某乙 (法新社，德新社)</p>", "某甲、某乙")]
    [InlineData("<p>正文。</p><p>某甲（综合报道）</p>", "某甲")]
    [InlineData("<p>正文。</p><p><em>（法新社、美联社）</em></p>", "法新社、美联社")]
    public void Find_NamesInTheText_AreTheAuthor(string body, string author)
    {
        Assert.Equal(author, Texts.Article(body).Author);
    }

    [Theory]
    [InlineData("<p>某人周一在例行记者会上对记者说，有事报道。</p>")]
    [InlineData("<p>（中央社台北9日電）某國今天表示</p>")]
    [InlineData("<p>某台记者某甲周三在某地报道，有事发生。</p>")]
    [InlineData("<p>记者：是的，后来呢？</p><p>某人：没有了。</p>")]
    [InlineData("<p>正文。</p><p>（综合报道）</p>")]
    [InlineData("<p>某人同中外记者见面会</p>")]
    [InlineData("<p>作者：</p>")]
    [InlineData("<div><i>德国之声<br>2021-01-01T01:02:03Z</i></div><p>正文。</p>")]
    public void Find_RunningText_HasNoAuthor(string body)
    {
        Assert.Null(Texts.Article(body).Author);
    }

    [Theory]
    [InlineData("<p>正文。</p><p>责编：某甲　　网编：某乙</p>", "某甲,某乙")]
    [InlineData("<p>正文。</p><p>責任編輯：某甲#</p>", "某甲")]
    [InlineData("<p>有一段很长的正文。（編輯：某甲）1100112</p>", "某甲")]
    [InlineData("<p>文字整理：某甲；责任编辑：某乙#</p>", "某乙")]
    [InlineData("<p>记者：某甲 责编：某乙、某丙 网编：某乙</p>", "某乙,某丙")]
    [InlineData("<p>编译 某甲；审校 某乙</p>", "某乙")]
    [InlineData("<p>编辑部在楼上，编辑 们都在。</p>", "")]
    [InlineData("<p>（责任编辑邮箱：a@news.example）</p>", "")]
    public void Find_EditorsInTheText_AreNamedOnce(string body, string editors)
    {
        Assert.Equal(editors, string.Join(',', Texts.Article(body).Editors));
    }

    [Fact]
    public void Find_CreditAtTheEndOfALongParagraph_IsFound()
    {
        string body = $"<p>{Texts.Repeat("很长的一段正文。", 50)}（編輯：某甲）1100112</p>";

        Assert.Equal(["某甲"], Texts.Article(body).Editors);
    }

    [Theory]
    [InlineData("某甲", "某甲")]
    [InlineData("自由亚洲电台", "某乙")]
    [InlineData("unknown", "某乙")]
    [InlineData("RFA", "某乙")]
    public void Find_FrontMatterAuthor_CountsUnlessItIsAnOutlet(string given, string author)
    {
        Assert.Equal(author, Texts.Article($"---\ntitle: 题\nauthor: {given}\n---\n<p>正文。</p><p>作者：某乙</p>").Author);
    }

    [Fact]
    public void Find_AuthorWhoIsMerelyTheOutlet_IsNone()
    {
        Article article = Texts.Article("---\ntitle: 题\nauthor: 某某日报\ncategories: [ 某某日报 ]\n---\n<p>正文。</p>");

        Assert.Equal("某某日报", article.Outlet.Name);
        Assert.Null(article.Author);
    }
}
