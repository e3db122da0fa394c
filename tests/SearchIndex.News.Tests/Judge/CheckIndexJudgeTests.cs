using SearchIndex.Engine.Index;
using SearchIndex.Testing;

namespace SearchIndex.News.Tests.Judge;

/// <summary>Apache Lucene's CheckIndex, slow and with assertions, on whole indexes of news.</summary>
[Collection(KitNewsCollection.Name)]
public sealed class CheckIndexJudgeTests(KitNewsIndex kit)
{
    [JavaLuceneFact(needsShared: true)]
    public void CheckIndex_Seeds_IsClean()
    {
        using var folder = new TemporaryFolder();
        NewsArchives.Rebuild(NewsArchives.Seeds, folder.At("index"));

        AssertClean(folder.At("index"));
    }

    [JavaLuceneFact]
    public void CheckIndex_SampleArchive_IsClean()
    {
        using var folder = new TemporaryFolder();
        NewsArchives.Rebuild(NewsArchives.Sample, folder.At("index"));

        AssertClean(folder.At("index"));
    }

    [JavaLuceneFact(needsShared: true)]
    public void CheckIndex_KitNewsInManySegments_IsClean()
    {
        Assert.True(kit.ManyReport!.Segments > 5, $"{kit.ManyReport.Segments} segments");
        AssertClean(kit.ManySegments);
    }

    [JavaLuceneFact(needsShared: true)]
    public void CheckIndex_KitNewsInOneSegment_IsClean()
    {
        Assert.Equal(1, kit.OneReport!.Segments);
        AssertClean(kit.OneSegment);
    }

    [SharedFact]
    public void Verify_KitNews_AgreesWithJava()
    {
        Assert.True(NewsIndexer.Verify(kit.ManySegments).Clean);
        Assert.True(NewsIndexer.Verify(kit.OneSegment).Clean);
    }

    [JavaLuceneFact]
    public void MergeAndCheck_SampleArchive_JavaCanAddAndMerge()
    {
        using var folder = new TemporaryFolder();
        NewsArchives.Rebuild(NewsArchives.Sample, folder.At("index"), new RebuildOptions { BufferMegabytes = 1, MaxSegments = 50 });

        JudgeResult merged = JavaLuceneJudge.RunProgram("MergeAndCheck", folder.At("index"));

        Assert.True(merged.ExitCode == 0, merged.Output);
        AssertClean(folder.At("index"));
        IndexCheck ours = NewsIndexer.Verify(folder.At("index"));

        // The engine finds nothing wrong; the articles that Java added are in no manifest.
        Assert.Equal(CheckVerdict.Drift, ours.Verdict);
        Assert.All(ours.Lines.Where(line => line.StartsWith("drift", StringComparison.Ordinal)), line => Assert.EndsWith("not in the manifest", line, StringComparison.Ordinal));
    }

    private static void AssertClean(string indexFolder)
    {
        JudgeResult result = JavaLuceneJudge.CheckIndex(indexFolder);

        Assert.True(result.ExitCode == 0 && result.Output.Contains("No problems were detected", StringComparison.Ordinal), result.Output);
    }
}
