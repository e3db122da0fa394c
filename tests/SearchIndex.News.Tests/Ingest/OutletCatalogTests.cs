using SearchIndex.News.Ingest;

namespace SearchIndex.News.Tests.Ingest;

public sealed class OutletCatalogTests
{
    [Theory]
    [InlineData("https://www.dw.com/zh/a", "dw", "德国之声")]
    [InlineData("https://api.dw.com/zh/a", "dw", "德国之声")]
    [InlineData("https://www.rfa.org/mandarin/a", "rfa", "自由亚洲电台")]
    [InlineData("https://www.rfi.fr/cn/a", "rfi", "法广")]
    [InlineData("https://cn.nytimes.com/a", "nyt", "纽约时报中文网")]
    [InlineData("https://news.qq.com/a", "qq", "腾讯网")]
    [InlineData("https://mp.weixin.qq.com/a", "weixin", "微信公众号")]
    [InlineData("https://www.bbc.co.uk/zhongwen/a", "bbc", "BBC中文")]
    public void Resolve_KnownHost_MatchesByLabels(string url, string id, string name)
    {
        Assert.Equal(new Outlet(id, name), OutletCatalog.Resolve(FrontMatter.None, url).Outlet);
    }

    [Theory]
    [InlineData("https://www.notdw.com/a", "notdw.com", "www.notdw.com")]
    [InlineData("https://blog.news.example/a", "blog.news.example", "blog.news.example")]
    [InlineData("https://WWW.News.Example:8080/a", "news.example", "www.news.example")]
    public void Resolve_UnknownHost_IsAnOutletOfItsOwn(string url, string id, string name)
    {
        Assert.Equal(new Outlet(id, name), OutletCatalog.Resolve(FrontMatter.None, url).Outlet);
    }

    [Theory]
    [InlineData("自由亚洲电台")]
    [InlineData("自由亞洲電台")]
    [InlineData("rfa")]
    [InlineData("Radio  Free Asia")]
    public void Resolve_FrontMatterAuthor_NamesTheOutlet(string author)
    {
        Assert.Equal("rfa", OutletCatalog.Resolve(new FrontMatter { Author = author }, url: null).Outlet.Id);
    }

    [Fact]
    public void Resolve_CategoryAndForeignHost_TakesTheCategory()
    {
        var frontMatter = new FrontMatter { Author = "某人", Categories = ["中国数字时代"] };

        Assert.Equal("chinadigitaltimes", OutletCatalog.Resolve(frontMatter, "https://www.dw.com/zh/a").Outlet.Id);
    }

    [Fact]
    public void Resolve_TagAndKnownHost_TakesTheHost()
    {
        Assert.Equal("rfi", OutletCatalog.Resolve(new FrontMatter { Tags = ["BBC"] }, "https://www.rfi.fr/cn/a").Outlet.Id);
    }

    [Fact]
    public void Resolve_TagAndUnknownHost_TakesTheTag()
    {
        Assert.Equal("cna", OutletCatalog.Resolve(new FrontMatter { Tags = ["政治", "(臺)中央社CNA"] }, "https://mirror.example/a").Outlet.Id);
    }

    [Fact]
    public void Resolve_NothingKnown_IsUnknown()
    {
        Assert.Equal("unknown", OutletCatalog.Resolve(FrontMatter.None, url: null).Outlet.Id);
        Assert.Equal("unknown", OutletCatalog.Resolve(new FrontMatter { Author = "张三", Categories = ["政治"] }, url: "某处").Outlet.Id);
    }

    [Fact]
    public void Resolve_UnknownNameAsAuthorAndCategory_IsAnOutletOfItsOwn()
    {
        var frontMatter = new FrontMatter { Author = "某某 日报", Categories = ["某某 日报"] };

        Assert.Equal(new Outlet("某某日报", "某某 日报"), OutletCatalog.Resolve(frontMatter, url: null).Outlet);
    }

    [Theory]
    [InlineData("(臺)中央社CNA", "cna")]
    [InlineData("RTI 中央廣播電臺", "rti")]
    [InlineData("Nei.st", "neist")]
    [InlineData("BBC", "bbc")]
    [InlineData("路透", "reuters")]
    [InlineData("联合早报", "zaobao")]
    [InlineData("美国之音", "voa")]
    [InlineData("维权网", "wqw")]
    [InlineData("经济学人en", "economist")]
    [InlineData("纽约时报", "nyt")]
    [InlineData("法广", "rfi")]
    [InlineData("德国之声", "dw")]
    [InlineData("大纪元", "epochtimes")]
    [InlineData("中国数字时代", "chinadigitaltimes")]
    [InlineData("Solidot", "solidot")]
    [InlineData("寒冬", "bitterwinter")]
    [InlineData("CCTV新闻联播", "cctv")]
    [InlineData("金融时报", "ft")]
    public void FindByName_CategoriesOfArchives_AreKnown(string name, string id)
    {
        Assert.Equal(id, OutletCatalog.FindByName(name)?.Id);
    }
}
