using System.Net;
using System.Text.Json;

namespace SearchIndex.Server.Tests;

/// <summary>A service that follows its files; nothing but the files is touched.</summary>
public sealed class ArchiveWatcherTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    [Fact]
    public async Task Watch_NewChangedAndDeletedFiles_AppearInSearch()
    {
        using ArticleFolder articles = new ArticleFolder().AddUsual();
        await using RunningService service = await RunningService.StartAsync(articles.Index, articles.Articles);
        await UntilFoundAsync(service, "林芳正", 2);

        articles.Add("dinosaur.txt", "恐龙化石出土", "https://www.dw.com/zh/dinosaur/a-9", "2024-08-01", "新的恐龙化石。");
        await UntilFoundAsync(service, "恐龙", 1);

        articles.Add("dinosaur.txt", "长城修缮完工", "https://www.dw.com/zh/dinosaur/a-9", "2024-08-01", "长城的一段重新开放。");
        await UntilFoundAsync(service, "长城", 1);
        await UntilFoundAsync(service, "恐龙", 0);

        File.Delete(Path.Combine(articles.Articles, "dinosaur.txt"));
        await UntilFoundAsync(service, "长城", 0);
    }

    [Fact]
    public async Task Watch_IndexThatNeedsARebuild_StaysAndIsFollowedAfterTheRebuild()
    {
        using ArticleFolder articles = new ArticleFolder().AddUsual();
        await articles.IndexAsync();
        File.Delete(Directory.GetFiles(articles.Index, "manifest-*").Single());
        await using RunningService service = await RunningService.StartAsync(articles.Index, articles.Articles);
        await UntilFoundAsync(service, "林芳正", 2);

        articles.Add("dinosaur.txt", "恐龙化石出土", "https://www.dw.com/zh/dinosaur/a-9", "2024-08-01", "新的恐龙化石。");
        await articles.IndexAsync();
        articles.Add("wall.txt", "长城修缮完工", "https://www.dw.com/zh/wall/a-10", "2024-08-02", "长城的一段重新开放。");

        await UntilFoundAsync(service, "长城", 1);
    }

    private static async Task UntilFoundAsync(RunningService service, string query, int count)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await CountAsync(service, query) != count)
        {
            await Task.Delay(Pause, patience.Token);
        }
    }

    private static async Task<int?> CountAsync(RunningService service, string query)
    {
        using HttpResponseMessage response = await service.Client.GetAsync("/api/search?q=" + query);
        return response.StatusCode == HttpStatusCode.OK
            ? JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("total").GetProperty("value").GetInt32()
            : null;
    }
}
