using System.Net;
using System.Text.RegularExpressions;

namespace SearchIndex.Server.Tests.Pages;

public sealed partial class SideBySidePageTests : IAsyncLifetime, IDisposable
{
    private const string Copied = "花莲外海发生强烈地震，气象部门发布海啸警报，多栋大楼倾斜，救援队连夜搜救被困居民";

    private readonly ArticleFolder _articles = new();
    private RunningService? _service;

    public async Task InitializeAsync()
    {
        await _articles.AddUsual()
            .Add("one.txt", "花莲强震", "https://one.example/1", "2024-04-03", $"{Copied}。", "铁路停驶，山区公路坍方，消防队员说余震不断。")
            .Add("other.txt", "花蓮強震", "https://other.example/2", "2024-04-04", "通訊社說：花蓮外海發生強烈地震，氣象部門發布海嘯警報，多棟大樓傾斜，救援隊連夜搜救被困居民！", "學校停課一天，居民在體育館過夜，商店照常營業，<b>志工</b>送來熱食。")
            .IndexAsync();
        _service = await RunningService.StartAsync(_articles.Index);
    }

    [Fact]
    public async Task Related_SameStory_LeadsBesideIt()
    {
        string article = await OpenAsync("/?q=title:花莲强震 海啸&outlet=one.example", ArticleLink());
        string page = await _service!.GetPageAsync(LinkIn(article, CompareLink()));

        Assert.Contains("<article id=\"one\" lang=\"zh-Hans\">", page, StringComparison.Ordinal);
        Assert.Contains("<article id=\"other\" lang=\"zh-Hant\">", page, StringComparison.Ordinal);
        Assert.Contains("<mark id=\"n", page, StringComparison.Ordinal);
        Assert.Equal(2, SharedPlace().Count(page));
        Assert.Contains("<p>通訊社說：<span class=\"shared\">", page, StringComparison.Ordinal);
        string[] names = [.. Ids().Matches(page).Select(match => match.Value)];
        Assert.Equal(names.Distinct(), names);
    }

    [Fact]
    public async Task Beside_ArticleThatIsNot_IsNotFound()
    {
        string id = LinkIn(await _service!.GetPageAsync("/?q=台风"), ArticleLink()).Split('/', '?')[2];

        await _service.GetPageAsync($"/articles/{id}/beside/0000000000000000", HttpStatusCode.NotFound);
        await _service.GetPageAsync($"/articles/0000000000000000/beside/{id}", HttpStatusCode.NotFound);
    }

    public async Task DisposeAsync() => await _service!.DisposeAsync();

    public void Dispose() => _articles.Dispose();

    private async Task<string> OpenAsync(string address, Regex link) => await _service!.GetPageAsync(LinkIn(await _service.GetPageAsync(address), link));

    private static string LinkIn(string page, Regex link) => WebUtility.HtmlDecode(link.Match(page).Groups[1].Value);

    [GeneratedRegex("href=\"(/articles/[^\"]+)\"")]
    private static partial Regex ArticleLink();

    [GeneratedRegex("class=\"compare\" href=\"([^\"]+)\"")]
    private static partial Regex CompareLink();

    [GeneratedRegex("<span class=\"shared\">")]
    private static partial Regex SharedPlace();

    [GeneratedRegex(" id=\"[^\"]+\"")]
    private static partial Regex Ids();
}
