using SearchIndex.News.Ingest;

namespace SearchIndex.News.Tests.Ingest;

public sealed class BoilerplateFilterTests
{
    [Theory]
    [InlineData("<div>分享 :</div>")]
    [InlineData("<div>广告</div>")]
    [InlineData("<div>延伸閱讀</div>")]
    [InlineData("<a href=x>阅读更多 &gt;&gt;</a>")]
    [InlineData("<a href=x>Read more…</a>")]
    [InlineData("<p><em>© 2023年某台版权声明：本文所有内容受到著作权法保护。</em></p>")]
    [InlineData("<p>©️ 2020 Some Agency</p>")]
    [InlineData("<p>版權所有，不得轉載</p>")]
    [InlineData("<p>Copyright © 2020 News</p>")]
    [InlineData("<p>All rights reserved.</p>")]
    [InlineData("<p>======</p>")]
    [InlineData("<p>* * *</p>")]
    [InlineData("<hr><div>获取更多RSS：<br><a href=x>https://feed.example</a> <br><a href=x>https://other.example</a><br></div>")]
    [InlineData("<p>The post 某题 appeared first on 某站.</p>")]
    [InlineData("<p>点击查看本文英文版。</p>")]
    [InlineData("<p>訂閱《早安》電子報 每天3分鐘</p>")]
    public void Filter_Boilerplate_IsLeftOut(string html)
    {
        Assert.Equal(["正文。"], Texts.Paragraphs("<p>正文。</p>" + html));
    }

    [Theory]
    [InlineData("分享经济的未来")]
    [InlineData("他在会上分享了经验。")]
    [InlineData("广告业务增长")]
    [InlineData("Copyright law has changed.")]
    [InlineData("https://news.example/a")]
    [InlineData("1")]
    [InlineData("（综合报道）")]
    public void Filter_TextThatResemblesBoilerplate_Stays(string text)
    {
        Assert.Equal(["正文。", text], Texts.Paragraphs($"<p>正文。</p><p>{text}</p>"));
    }

    [Fact]
    public void Filter_AddressesAfterTheFeedFooter_GoOnlyWhileTheyFollow()
    {
        IReadOnlyList<string> paragraphs =
            Texts.Paragraphs("<p>获取更多RSS：</p><p>https://feed.example</p><p>正文。</p><p>https://news.example/a</p>");

        Assert.Equal(["正文。", "https://news.example/a"], paragraphs);
    }

    [Fact]
    public void Filter_CaptionGivenTwice_StaysOnce()
    {
        const string Caption = "某地的一张照片，某甲所摄";
        string html = $"<figure><figcaption>{Caption}</figcaption></figure><p>正文。</p><div class='picinfo'>{Caption}</div><p>{Caption}</p>";

        Assert.Equal([Caption, "正文。"], Texts.Paragraphs(html));
    }

    [Fact]
    public void Filter_ParagraphRightAfterItself_StaysOnce()
    {
        const string Text = "这是一段足够长的正文。";

        Assert.Equal([Text, "后文。", Text], Texts.Paragraphs($"<p>{Text}</p><p>{Text}</p><p>后文。</p><p>{Text}</p>"));
    }

    [Fact]
    public void Filter_ShortCellsOfOneValue_AllStay()
    {
        Assert.Equal(["1", "1", "是", "是"], Texts.Paragraphs("<table><tr><td>1<td>1<tr><td>是<td>是</table>"));
    }

    [Theory]
    [InlineData("<p>2021-01-01T01:02:03.004Z</p>")]
    [InlineData("<p>Thu, 11 May 2023 02:00:36 GMT</p>")]
    [InlineData("<p>25/03/2024 - 13:42</p>")]
    [InlineData("<time>33 分钟前</time>")]
    [InlineData("<h1>题</h1>")]
    public void Filter_HeadMatter_IsLeftOut(string html)
    {
        Assert.Equal(["正文。"], Texts.Paragraphs(html + "<p>正文。</p>"));
    }

    [Fact]
    public void Filter_DatelineBeforeText_Stays()
    {
        Assert.Equal(["【某报2024年03月25日讯】有事发生。"], Texts.Paragraphs("<p>【某报2024年03月25日讯】有事发生。</p>"));
    }

    [Fact]
    public void Filter_LongParagraphThatBeginsLikeANotice_Stays()
    {
        string text = "版权声明" + Texts.Repeat("是一个法律问题，", 50);

        Assert.Equal([text], BoilerplateFilter.Filter([new BodyParagraph(text, BodyParagraphKind.Text)], "题").Select(paragraph => paragraph.Text));
    }
}
