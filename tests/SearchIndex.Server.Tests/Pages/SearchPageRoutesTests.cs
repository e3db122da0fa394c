using System.Net;
using System.Text.RegularExpressions;
using SearchIndex.Server.Pages;

namespace SearchIndex.Server.Tests.Pages;

[Collection(UsualServiceCollection.Name)]
public sealed partial class SearchPageRoutesTests(UsualService usual)
{
    [Fact]
    public async Task FrontPage_NothingAsked_ShowsBoxExamplesAndStats()
    {
        string page = await usual.Service.GetPageAsync("/");

        Assert.Contains("<form id=\"search\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/?q=%E6%9E%97%E8%8A%B3%E6%AD%A3\"", page, StringComparison.Ordinal);
        Assert.Contains("<dd>4</dd>", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/?outlet=dw\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_BothScripts_AreMarkedInTheirLanguage()
    {
        string page = await usual.Service.GetPageAsync("/?q=林芳正");

        Assert.Contains("<p class=\"passage\" lang=\"zh-Hans\">", page, StringComparison.Ordinal);
        Assert.Contains("<p class=\"passage\" lang=\"zh-Hant\">", page, StringComparison.Ordinal);
        Assert.Contains("<mark>林芳正</mark>", page, StringComparison.Ordinal);
        Assert.Contains("共 2 篇", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_FiltersOnly_AreShown()
    {
        string page = await usual.Service.GetPageAsync("/?q=&script=hant");

        Assert.Contains("日外相證實", page, StringComparison.Ordinal);
        Assert.DoesNotContain("台风登陆", page, StringComparison.Ordinal);
        Assert.Contains("<input type=\"hidden\" name=\"script\" value=\"hant\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_Facets_LeadToTheNarrowedSearchAndBack()
    {
        string all = await usual.Service.GetPageAsync("/?q=林芳正");
        string narrowed = await usual.Service.GetPageAsync("/?q=林芳正&outlet=dw");

        Assert.Contains("href=\"/?q=%E6%9E%97%E8%8A%B3%E6%AD%A3&amp;outlet=dw\" rel=\"nofollow\"><span lang=\"zh\">", all, StringComparison.Ordinal);
        Assert.Contains("href=\"/?q=%E6%9E%97%E8%8A%B3%E6%AD%A3&amp;period=2023\" rel=\"nofollow\">", all, StringComparison.Ordinal);
        Assert.Contains("href=\"/?q=%E6%9E%97%E8%8A%B3%E6%AD%A3&amp;outlet=dw&amp;outlet=rfi\" rel=\"nofollow\">", narrowed, StringComparison.Ordinal);
        Assert.Contains("href=\"/?q=%E6%9E%97%E8%8A%B3%E6%AD%A3\" rel=\"nofollow\" aria-current=\"true\"", narrowed, StringComparison.Ordinal);
        Assert.Contains("<ul class=\"conditions\"", narrowed, StringComparison.Ordinal);
        Assert.DoesNotContain("<ul class=\"conditions\"", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_Timeline_HasBarsAndATable()
    {
        string page = await usual.Service.GetPageAsync("/?q=林芳正");
        string share = await usual.Service.GetPageAsync("/?q=林芳正&chart=share");

        Assert.Contains("data-period=\"2023-05\"", page, StringComparison.Ordinal);
        Assert.Contains("from=2024-03&amp;to=2024-03", page, StringComparison.Ordinal);
        Assert.Contains("<td>1</td><td>1</td><td>100%</td>", page, StringComparison.Ordinal);
        Assert.Contains("最高 1<", page, StringComparison.Ordinal);
        Assert.Contains("最高 100%<", share, StringComparison.Ordinal);
        Assert.Contains("period=2023&amp;chart=share", share, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_NothingFound_SuggestsNextSteps()
    {
        string page = await usual.Service.GetPageAsync("/?q=\"林芳正 北约\"&outlet=rfi");

        Assert.Contains(PageText.Hans.NothingFound, page, StringComparison.Ordinal);
        Assert.Contains($"{PageText.Hans.Tools.TryLoosely}</a> <span class=\"count\">(2)</span>", page, StringComparison.Ordinal);
        Assert.Contains("match=any", page, StringComparison.Ordinal);
        Assert.DoesNotContain(PageText.Hans.TryWithoutFilters, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_OneFilterTooMuch_OffersTheSearchWithoutIt()
    {
        string page = await usual.Service.GetPageAsync("/?q=林芳正&outlet=dw&period=2020");

        Assert.Contains($"href=\"/?q=%E6%9E%97%E8%8A%B3%E6%AD%A3&amp;outlet=dw\">{PageText.Fill(PageText.Hans.Tools.Remove, "2020")}</a>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_ThousandsOfConditions_StayAPageOfReasonableSize()
    {
        string page = await usual.Service.GetPageAsync("/?q=林芳正" + string.Concat(Enumerable.Range(0, 4000).Select(number => $"&outlet=o{number}")));

        Assert.InRange(page.Length, 1, 5_000_000);
    }

    [Fact]
    public async Task Results_Permalink_CitesTheIndexAndSaysWhenItIsAnother()
    {
        string page = await usual.Service.GetPageAsync("/?q=林芳正");
        string permalink = WebUtility.HtmlDecode(Regex.Match(page, "href=\"(/[^\"]*index=[^\"]+)\"").Groups[1].Value);

        string same = await usual.Service.GetPageAsync(permalink);
        string other = await usual.Service.GetPageAsync("/?q=林芳正&index=<b>older");

        Assert.DoesNotContain("class=\"notices\"", same, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;older", other, StringComparison.Ordinal);
        Assert.Contains("class=\"notices\"", other, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_PageBeyondTheLast_LeadsBack()
    {
        string page = await usual.Service.GetPageAsync("/?q=林芳正&page=7");

        Assert.Contains(PageText.Hans.NothingOnThisPage, page, StringComparison.Ordinal);
        Assert.Contains("href=\"/?q=%E6%9E%97%E8%8A%B3%E6%AD%A3\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_WrongValue_IsSaidAndKept()
    {
        string page = await usual.Service.GetPageAsync("/?q=林芳正&from=<b>soon", HttpStatusCode.BadRequest);

        Assert.Contains("role=\"alert\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"&lt;b&gt;soon\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>soon", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Article_FromAHit_ShowsMarksFactsAndTheWayBack()
    {
        string results = await usual.Service.GetPageAsync("/?q=林芳正&script=hant");
        string link = WebUtility.HtmlDecode(ArticleLink().Match(results).Groups[1].Value);

        string page = await usual.Service.GetPageAsync(link);

        Assert.Contains("<h1 lang=\"zh-Hant\">日外相證實 與北約商討開設辦事處</h1>", page, StringComparison.Ordinal);
        Assert.Contains("<mark id=\"m1\">林芳正</mark>", page, StringComparison.Ordinal);
        Assert.Contains("<dd>nato.txt</dd>", page, StringComparison.Ordinal);
        Assert.Contains("<dd>2023-05-11 02:00 UTC</dd>", page, StringComparison.Ordinal);
        Assert.Contains("href=\"https://www.dw.com/zh/nato/a-1\" rel=\"noopener noreferrer\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/?q=%E6%9E%97%E8%8A%B3%E6%AD%A3&amp;script=hant\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ris", "TI  - 日外相證實 與北約商討開設辦事處")]
    [InlineData("bibtex", "@")]
    [InlineData("csl", "\"title\"")]
    public async Task Citation_OfAnArticle_IsAFile(string format, string content)
    {
        string results = await usual.Service.GetPageAsync("/?q=林芳正&script=hant");
        string article = await usual.Service.GetPageAsync(WebUtility.HtmlDecode(ArticleLink().Match(results).Groups[1].Value));
        string link = WebUtility.HtmlDecode(Regex.Match(article, $"href=\"(/articles/[^\"]*/citation[^\"]*format={format})\"").Groups[1].Value);

        using HttpResponseMessage file = await usual.Service.Client.GetAsync(link);

        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition?.DispositionType);
        string written = await file.Content.ReadAsStringAsync();
        Assert.Contains(content, written, StringComparison.Ordinal);
        Assert.Contains("query: 林芳正", written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/articles/0000000000000000/citation?format=ris")]
    [InlineData("/articles/0000000000000000/citation?format=docx")]
    public async Task Citation_Unknown_IsNotFound(string address) => await usual.Service.GetPageAsync(address, HttpStatusCode.NotFound);

    [Fact]
    public async Task Article_HostileText_IsEscaped()
    {
        using var articles = new ArticleFolder();
        articles.Add("hostile.txt", "恶意 <script>alert(1)</script> 标题", "javascript:alert(2)", "2024-01-01", "正文 &lt;img src=x onerror=alert(3)&gt; 恶意");
        await articles.IndexAsync();
        await using RunningService service = await RunningService.StartAsync(articles.Index);

        string results = await service.GetPageAsync("/?q=恶意 <script>alert(4)</script>&match=any");
        string article = await service.GetPageAsync(WebUtility.HtmlDecode(ArticleLink().Match(results).Groups[1].Value));

        foreach (string page in new[] { results, article })
        {
            Assert.DoesNotContain("<script>", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("href=\"javascript", page, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Contains("&lt;img src=x", article, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/articles/0000000000000000")]
    [InlineData("/nothing")]
    [InlineData("/nothing/at/all.php")]
    public async Task UnknownAddress_IsAPage(string address)
    {
        string page = await usual.Service.GetPageAsync(address, HttpStatusCode.NotFound);

        Assert.Contains(PageText.Hans.NotFoundTitle, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "zh-Hans")]
    [InlineData("zh-CN,zh;q=0.9,en;q=0.8", "zh-Hans")]
    [InlineData("zh-TW,zh;q=0.9,en;q=0.8", "zh-Hant")]
    [InlineData("zh-Hant-HK", "zh-Hant")]
    [InlineData("zh-Hans-HK", "zh-Hans")]
    [InlineData("en-US,en;q=0.9", "en")]
    [InlineData("de-DE,de;q=0.9,en;q=0.5,zh;q=0.7", "zh-Hans")]
    [InlineData("fr", "zh-Hans")]
    [InlineData("en;q=0, zh-HK;q=0.1", "zh-Hant")]
    public async Task Page_Language_IsTheOneTheBrowserPrefers(string? accepted, string language)
    {
        string page = await usual.Service.GetPageAsync("/", language: accepted);

        Assert.Contains($"<html lang=\"{language}\">", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_LanguageChosen_IsKeptAndLinksStayHere()
    {
        using HttpResponseMessage response = await usual.Service.Client.GetAsync("/?q=林芳正&ui=en");
        string page = await response.Content.ReadAsStringAsync();
        using var next = new HttpRequestMessage(HttpMethod.Get, "/");
        next.Headers.Add("Cookie", Assert.Single(response.Headers.GetValues("Set-Cookie")).Split(';')[0]);
        using HttpResponseMessage front = await usual.Service.Client.SendAsync(next);

        Assert.Contains("<html lang=\"en\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/?q=%E6%9E%97%E8%8A%B3%E6%AD%A3&amp;ui=zh-Hant\"", page, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\"", await front.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False(front.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Assets_AddressesOfThePage_ExistAndMayBeKept()
    {
        string page = await usual.Service.GetPageAsync("/");
        string[] addresses = [.. AssetLink().Matches(page).Select(match => match.Groups[1].Value)];

        Assert.Equal(3, addresses.Length);
        foreach (string address in addresses)
        {
            using HttpResponseMessage response = await usual.Service.Client.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Contains("immutable", response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Head_FrontPage_IsAnswered()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, "/");
        using HttpResponseMessage response = await usual.Service.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [GeneratedRegex("href=\"(/articles/[^\"]+)\"")]
    private static partial Regex ArticleLink();

    [GeneratedRegex("(?:href|src)=\"(/assets/[^\"]+)\"")]
    private static partial Regex AssetLink();
}
