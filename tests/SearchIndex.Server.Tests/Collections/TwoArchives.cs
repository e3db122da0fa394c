using SearchIndex.Server.Collections;
using SearchIndex.Testing;

namespace SearchIndex.Server.Tests.Collections;

/// <summary>Two archives for one service: both have an article on one man, of which only one is in each.</summary>
internal sealed class TwoArchives : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Gets the archive named <c>west</c>.</summary>
    public ArticleFolder West { get; } = new ArticleFolder()
        .Add("nato.txt", "日外相證實 與北約商討開設辦事處", "https://www.dw.com/zh/nato/a-1", "2023-05-11T02:00:36Z", "日本外相林芳正週三證實，日本正在與北約商討。")
        .Add("rain.txt", "暴雨之后 柏林清理街道", "https://www.dw.com/zh/rain/a-2", "2024-06-01T08:00:00Z", "柏林周六清理街道。");

    /// <summary>Gets the archive named <c>east</c>.</summary>
    public ArticleFolder East { get; } = new ArticleFolder()
        .Add("treaty.txt", "日美强化军事合作", "https://www.rfi.fr/cn/treaty-2", "2024-03-25T12:45:03Z", "日本内阁官房长官林芳正周一在记者会上说，双方正在讨论合作。");

    /// <summary>Gets the options of a service of both.</summary>
    public SearchServiceOptions Options => new()
    {
        Collections =
        [
            new() { Name = "west", Title = "西方通讯社", IndexFolder = West.Index, ArchivePaths = [West.Articles] },
            new() { Name = "east", IndexFolder = East.Index, ArchivePaths = [East.Articles], InboxFolder = _folder.At("inbox") },
        ],
        KeysFile = _folder.At("keys.json"),
    };

    /// <summary>Builds both indexes.</summary>
    public async Task IndexAsync()
    {
        await West.IndexAsync();
        await East.IndexAsync();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        West.Dispose();
        East.Dispose();
        _folder.Dispose();
    }
}
