using SearchIndex.News.Query;
using SearchIndex.News.Tests.Judge;
using SearchIndex.Testing;

namespace SearchIndex.News.Tests.Query.Highlights;

/// <summary>Marks and places in the files, against a reader with a pencil; more pairs by <c>benchmarks -- highlights</c>.</summary>
[Collection(KitNewsCollection.Name)]
public sealed class HighlightCheckTests(KitNewsIndex kit)
{
    [Fact]
    public void Run_SampleArchive_FindsNothingWrong()
    {
        using var folder = new TemporaryFolder();
        NewsArchives.Rebuild(NewsArchives.Sample, folder.At("index"));

        Check(NewsArchives.Sample, folder.At("index"), seed: 7, pairs: 1_000);
    }

    [SharedFact]
    public void Run_NewsFiles_FindsNothingWrong() => Check(kit.NewsFolder, kit.ManySegments, seed: 8, pairs: 2_000);

    private static void Check(string archive, string index, int seed, int pairs)
    {
        using NewsSearcher searcher = NewsSearcher.Open(index);
        var check = new HighlightCheck(archive, searcher, seed);

        check.Run(pairs);

        Assert.True(check.Problems.Count == 0, string.Join('\n', check.Problems));
        Assert.Equal((pairs, 0), (check.Pairs, check.WithoutRange));
    }
}
