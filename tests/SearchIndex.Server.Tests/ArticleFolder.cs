using System.Globalization;
using SearchIndex.News;
using SearchIndex.Testing;

namespace SearchIndex.Server.Tests;

/// <summary>A folder of article files that a test writes, and the index made of them.</summary>
internal sealed class ArticleFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Gets the folder of the index; it is made by <see cref="IndexAsync"/>.</summary>
    public string Index => _folder.At("index");

    /// <summary>Gets the folder of the articles.</summary>
    public string Articles => _folder.At("articles");

    /// <summary>Writes an article in the form that archives have.</summary>
    public ArticleFolder Add(string name, string title, string url, string date, params string[] paragraphs)
    {
        long epoch = DateTimeOffset.Parse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).ToUnixTimeMilliseconds();
        string body = string.Concat(paragraphs.Select(paragraph => $"<p>{paragraph}</p>\n"));
        _folder.Write($"articles/{name}", string.Create(CultureInfo.InvariantCulture, $"<!--{epoch}-->\n[{title}]({url})\n------\n\n<div>{body}</div>\n"));
        return this;
    }

    /// <summary>Writes two articles about one man, one in each script, and two that serve as background.</summary>
    public ArticleFolder AddUsual() => this
        .Add("nato.txt", "日外相證實 與北約商討開設辦事處", "https://www.dw.com/zh/nato/a-1", "2023-05-11T02:00:36Z", "日本外相林芳正週三證實，日本正在與北約商討。", "林芳正說，這將是北約在亞洲的第一個辦事處。")
        .Add("treaty.txt", "日美强化军事合作", "https://www.rfi.fr/cn/treaty-2", "2024-03-25T12:45:03Z", "日本内阁官房长官林芳正周一在记者会上说，双方正在讨论合作。")
        .Add("talks.txt", "美日举行“2+2”会谈", "https://www.dw.com/zh/talks/a-3", "2024-07-28T11:07:48Z", "美国国务卿布林肯与日本外相在东京举行会谈。", "两国将加强军事合作。")
        .Add("weather.txt", "台风登陆 多地停课", "https://weather.example/typhoon.html", "2020-12-08T00:00:00Z", "台风周二登陆，沿海多地停课。");

    /// <summary>Builds the index of the articles written so far.</summary>
    public Task<IngestReport> IndexAsync() =>
        NewsIndexer.RebuildAsync([Articles], Index, new RebuildOptions { Threads = 1 }, progress: null, CancellationToken.None);

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();
}
