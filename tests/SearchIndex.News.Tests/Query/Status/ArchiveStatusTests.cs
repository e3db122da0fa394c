using SearchIndex.News.Ingest;
using SearchIndex.News.Query;
using SearchIndex.News.Query.Facets;
using SearchIndex.News.Query.Status;

namespace SearchIndex.News.Tests.Query.Status;

public sealed class ArchiveStatusTests : IDisposable
{
    private readonly SmallArchive _archive = new(
        ("a.md", SmallArchive.Article("花莲强震", "花莲外海发生强烈地震。", date: "2024-04-03T00:00:00Z")),
        ("b.md", SmallArchive.Article("电影节开幕", "国际电影节星期五开幕。", date: "2024-04-30T00:00:00Z")),
        ("c.md", SmallArchive.Article("地震一年后", "花莲地震一年后。", host: "wanbao.example", date: "2025-04-03T00:00:00Z")),
        ("empty.md", " \n"),
        ("also-empty.md", string.Empty),
        ("binary.txt", "\0\u0001\u0002\0\0\0"));

    [Fact]
    public void Status_Archive_CountsMonthsOutletsAndProblems()
    {
        ArchiveStatus status = _archive.Searcher.Status();

        Assert.Equal(["2024-04", "2025-04"], status.Months.Steps.Select(step => step.Period));
        Assert.Equal(new TimelineCount("xinbao.example", 2, 2), Assert.Single(status.Months.Steps[0].Outlets));
        Assert.Equal(_archive.Searcher.Version, status.Version);
        Assert.Equal(3, status.Stats.Articles);
        Assert.Equal([new ProblemCount(ArticleProblemKind.Empty, 2), new ProblemCount(ArticleProblemKind.Binary, 1)], status.Problems);
    }

    [Fact]
    public void Status_AfterAnotherCommit_IsThatOfTheCommit()
    {
        int before = _archive.Searcher.Status().Stats.Articles;
        _archive.Write("d.md", SmallArchive.Article("补充", "又一篇报道。"));
        _archive.Rebuild();

        Assert.Equal(before, _archive.Searcher.Status().Stats.Articles);
        _archive.Searcher.Refresh();
        Assert.Equal(before + 1, _archive.Searcher.Status().Stats.Articles);
    }

    [Fact]
    public void Status_ManifestGone_DoesNotSayWhichProblems()
    {
        foreach (string file in Directory.EnumerateFiles(_archive.IndexFolder, "manifest-*"))
        {
            File.Delete(file);
        }

        Assert.Null(_archive.Searcher.Status().Problems);
        Assert.Equal(3, _archive.Searcher.Status().Stats.Problems);
    }

    public void Dispose() => _archive.Dispose();
}
