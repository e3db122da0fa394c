namespace SearchIndex.News.Tests.Ingest;

public sealed class HtmlBodyTests
{
    [Fact]
    public void Extract_InlineTagsInAWord_DoNotSplitIt()
    {
        IReadOnlyList<string> paragraphs = Texts.Paragraphs("<p>2<span>加</span>2<span>”会谈将于</span>28<span>日</span></p>");

        Assert.Equal(["2加2”会谈将于28日"], paragraphs);
    }

    [Theory]
    [InlineData("<p>甲</p><p>乙</p>")]
    [InlineData("<p>甲<p>乙")]
    [InlineData("<div>甲<div>乙</div></div>")]
    [InlineData("<div><div>甲</div>乙</div>")]
    [InlineData("甲<br>乙")]
    [InlineData("甲<br/>乙<br/>")]
    [InlineData("甲<hr>乙")]
    [InlineData("<ul><li>甲<li>乙</ul>")]
    [InlineData("<ol><li><p>甲</p></li><li>乙</li></ol>")]
    [InlineData("<table><tr><td>甲</td><td>乙</td></tr></table>")]
    [InlineData("<table><caption>甲</caption><tr><th>乙</table>")]
    [InlineData("<h2>甲</h2>乙")]
    [InlineData("<blockquote>甲</blockquote>乙")]
    [InlineData("<figure><img src=x><figcaption>甲</figcaption></figure><p>乙</p>")]
    [InlineData("<dl><dt>甲<dd>乙</dl>")]
    [InlineData("<section><article>甲</article></section><p>乙")]
    [InlineData("<pre>甲\n乙</pre>")]
    [InlineData("<p>甲<div>乙</div></p>")]
    [InlineData("<b>甲<p>乙</b>")]
    public void Extract_Blocks_MakeParagraphsInReadingOrder(string html)
    {
        Assert.Equal(["甲", "乙"], Texts.Paragraphs(html));
    }

    [Fact]
    public void Extract_BareTextBetweenBlocks_IsKept()
    {
        Assert.Equal(["前文", "段落", "后文"], Texts.Paragraphs("<div>前文<p>段落</p>后文</div>"));
    }

    [Fact]
    public void Extract_NestedTables_GiveTheirCellsInOrder()
    {
        string html = "<table><tr><td>一<table><tr><td>二</td><td>三</td></tr></table>四</td><td>五</td></tr></table>";

        Assert.Equal(["一", "二", "三", "四", "五"], Texts.Paragraphs(html));
    }

    [Fact]
    public void Extract_Entities_AreDecoded()
    {
        Assert.Equal(["A&B <甲> “乙” 丙—丁"], Texts.Paragraphs("<p>A&amp;B &lt;甲&gt; &ldquo;乙&#8221;&nbsp;丙&#x2014;丁</p>"));
    }

    [Fact]
    public void Extract_AngleBracketsBeforeChinese_AreText()
    {
        Assert.Equal(["据<某报>和《<某法>办法》"], Texts.Paragraphs("<p>据<某报>和《<某法>办法》</p>"));
    }

    [Fact]
    public void Extract_WhiteSpace_IsCollapsedAsHtmlDoes()
    {
        Assert.Equal(["甲 乙 丙　丁"], Texts.Paragraphs("<p>\n  甲 \t\r\n&nbsp; 乙<b> </b> 丙　丁　\n</p>"));
    }

    [Fact]
    public void Extract_InvisibleCharacters_AreRemoved()
    {
        Assert.Equal(["林芳正访问"], Texts.Paragraphs("<p>\uFEFF林\u200B芳\u200D正\u00AD访\u2060问\u0007\u202C</p>"));
    }

    [Fact]
    public void Extract_LineFeedInsideParagraph_IsABlank()
    {
        Assert.Equal(["one two"], Texts.Paragraphs("<p>one\ntwo</p>"));
    }

    [Fact]
    public void Extract_ScriptsStylesPlayersAndControls_AreLeftOut()
    {
        string html = "<style>p{}</style><p>正文</p><script>var 代码;</script><iframe src=x>框</iframe><video>影</video><button>按</button>"
            + "<select><option>选</select><svg><title>图</title><text>图字</text></svg><nav>导航</nav><template><p>模板</p></template>";

        Assert.Equal(["正文"], Texts.Paragraphs(html));
    }

    [Fact]
    public void Extract_Attributes_AreNotText()
    {
        string html = "<p><img src=x alt='图说' title='图说'><a href='https://news.example/?text=图说' title='图说' data-caption='图说'>正文</a></p>";

        Assert.Equal(["正文"], Texts.Paragraphs(html));
    }

    [Theory]
    [InlineData("<iframe src=x />")]
    [InlineData("<iframe src=x>")]
    [InlineData("<video src=x />")]
    [InlineData("<video src=x>")]
    [InlineData("<textarea>")]
    [InlineData("<select>")]
    [InlineData("<button>")]
    [InlineData("<script src=x />")]
    public void Extract_ElementWithoutTextNeverClosed_DoesNotSwallowTheArticle(string tag)
    {
        if (tag.StartsWith("<script", StringComparison.Ordinal))
        {
            tag += "</script>";
        }

        Assert.Equal(["甲", "乙"], Texts.Paragraphs($"<div><p>甲</p>{tag}<p>乙</p></div>"));
    }

    [Fact]
    public void Extract_Ruby_KeepsTheBaseText()
    {
        Assert.Equal(["漢字"], Texts.Paragraphs("<p><ruby>漢<rp>(</rp><rt>hàn</rt><rp>)</rp>字<rt>zì</ruby></p>"));
    }

    [Theory]
    [InlineData("https://www.facebook.com/dialog/share?text=题")]
    [InlineData("whatsapp://send?text=题")]
    [InlineData("https://twitter.com/intent/tweet?url=x")]
    [InlineData("mailto:?subject=题")]
    public void Extract_ShareLinks_AreLeftOut(string address)
    {
        Assert.Equal(["正文"], Texts.Paragraphs($"<p>正文</p><div><a href=\"{address}\"><span>某网</span></a></div>"));
    }

    [Theory]
    [InlineData("<div class='o-self-promo o-self-promo--app'>下载应用</div>")]
    [InlineData("<div class=\"share-bar\">传给朋友</div>")]
    [InlineData("<div id='zoomattribute'><span>看大图</span></div>")]
    [InlineData("<span class=\"copyright\">Photo: X</span>")]
    [InlineData("<div class='dotcom-ad'>买买买</div>")]
    [InlineData("<div hidden>藏</div>")]
    public void Extract_BoilerplateClasses_AreLeftOut(string html)
    {
        Assert.Equal(["正文"], Texts.Paragraphs("<p>正文</p>" + html));
    }

    [Fact]
    public void Extract_BoilerplateClassAroundTheArticle_IsKept()
    {
        string text = Texts.Repeat("很长的正文。", 100);

        Assert.Equal([text], Texts.Paragraphs($"<div class='content share'><p>{text}</p></div>"));
    }

    [Theory]
    [InlineData("shared-content")]
    [InlineData("adventure")]
    [InlineData("headline")]
    public void Extract_ClassesThatOnlyContainSuchWords_AreKept(string name)
    {
        Assert.Equal(["正文"], Texts.Paragraphs($"<div class='{name}'>正文</div>"));
    }

    [Fact]
    public void Extract_ListOfLinks_GivesOneParagraphEach()
    {
        Assert.Equal(["头条甲", "头条乙"], Texts.Paragraphs("<div><a href=/1><i></i><span>头条甲</span></a> <a href=/2>头条乙</a></div>"));
    }

    [Fact]
    public void Extract_LinksInRunningText_DoNotSplitIt()
    {
        Assert.Equal(["今天甲乙说"], Texts.Paragraphs("<p>今天<a href=/1>甲</a><a href=/2>乙</a>说</p>"));
    }

    [Fact]
    public void Extract_TextWithInlineTagsOnly_TakesLinesForParagraphs()
    {
        Assert.Equal(["第一行重点", "第二行"], Texts.Paragraphs("第一行<b>重点</b>\n第二行\n"));
    }

    [Fact]
    public void Extract_TextBetweenBlocks_IsPartedByEmptyLines()
    {
        Assert.Equal(["第一段 同段", "第二段", "第三段"], Texts.Paragraphs("第一段\n同段\n \n第二<b>段</b>\n\n<p>第三段</p>"));
    }

    [Fact]
    public void Extract_EmptyLinesInsideAnElement_PartNothing()
    {
        Assert.Equal(["前 后"], Texts.Paragraphs("<p>前\n\n后</p>"));
    }

    [Fact]
    public void Extract_WholeHtmlPage_ReadsTheBodyOnly()
    {
        string html = "<!DOCTYPE html><html><head><title>页题</title><style>x</style></head><body><p>正文</p></body></html>";

        Assert.Equal(["正文"], Texts.RawParagraphs(html));
    }

    [Fact]
    public void Extract_UnknownElements_AreInline()
    {
        Assert.Equal(["甲乙丙"], Texts.Paragraphs("<p>甲<my-tag>乙</my-tag><FONT color=red>丙</font></p>"));
    }
}
