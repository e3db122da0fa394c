using SearchIndex.News.Query;
using SearchIndex.News.Tests.Judge;
using SearchIndex.Testing;

namespace SearchIndex.News.Tests.Query;

/// <summary>What must be found in five real articles of the shared material.</summary>
public sealed class SeedSearchTests
{
    [SharedFact]
    public void Search_Seeds_FindsWhatIsInThem()
    {
        using var folder = new TemporaryFolder();
        IngestReport report = NewsArchives.Rebuild(NewsArchives.Seeds, folder.At("index"));
        using NewsSearcher searcher = NewsSearcher.Open(folder.At("index"));

        Assert.Equal((5, 5, 0), (report.FilesRead, report.Indexed, report.Problems.Count));
        Assert.Equal(["000 6", "003 1"], Found(searcher, "林芳正").Order(StringComparer.Ordinal));
        Assert.Equal(["000", "003"], Files(searcher, "北约"));
        Assert.Equal(Files(searcher, "北约"), Files(searcher, "北約"));
        Assert.Equal(["000", "001"], Files(searcher, "毛宁").Order(StringComparer.Ordinal));
        Assert.Equal(["002", "003"], Files(searcher, "\"2加2\"").Order(StringComparer.Ordinal));
        Assert.Empty(Files(searcher, "获取更多RSS"));
        Assert.Empty(Files(searcher, "分享"));
    }

    private static string[] Files(NewsSearcher searcher, string query) => [.. Hits(searcher, query).Select(hit => hit.Source[..3])];

    private static string[] Found(NewsSearcher searcher, string query) =>
        [.. Hits(searcher, query).Select(hit => $"{hit.Source[..3]} {hit.Occurrences}")];

    private static IReadOnlyList<SearchHit> Hits(NewsSearcher searcher, string query) => searcher.Search(new SearchRequest { Query = query }).Hits;
}
