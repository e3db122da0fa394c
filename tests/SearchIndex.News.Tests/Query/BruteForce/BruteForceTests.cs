using SearchIndex.News.Query;
using SearchIndex.News.Tests.Judge;
using SearchIndex.Testing;

namespace SearchIndex.News.Tests.Query.BruteForce;

/// <summary>The 5,000 news files against a program that reads them all; 15,000 by <c>benchmarks -- agreement</c>.</summary>
[Collection(KitNewsCollection.Name)]
public sealed class BruteForceTests(KitNewsIndex kit)
{
    private const int Seed = 31;
    private const int Questions = 60;
    private const int MaxWalked = 1_300;

    [SharedFact]
    public void Search_RandomQuestionsWithFilters_AgreesWithReadingEverything()
    {
        using NewsSearcher searcher = NewsSearcher.Open(kit.ManySegments);
        var check = new BruteForceCheck(PlainArticle.ReadAll(kit.NewsFolder), searcher, new VersionGroups(kit.ManySegments), Seed);

        check.Run(Questions, MaxWalked);

        Assert.True(check.Problems.Count == 0, string.Join('\n', check.Problems.Take(10)));
        Assert.True(check.CursorPages > Questions / 2, $"seed {Seed}: {check.CursorPages} pages behind cursors");
    }
}
