using SearchIndex.Testing;

namespace SearchIndex.Engine.Tests.Judge;

/// <summary>Indexes of many shapes written by us: Java must find them clean, read what we read, and go on with them.</summary>
public sealed class OurShapesTests
{
    private const int Shapes = 64;

    [JavaLuceneFact]
    public void Write_IndexesOfOurs_JavaChecksReadsAndMergesThem()
    {
        using var folder = new TemporaryFolder();
        var script = new JudgeScript();
        var ours = new List<IReadOnlyList<string>>();
        for (int shape = 0; shape < Shapes; shape++)
        {
            string index = folder.At($"shape-{shape}");
            new OurShape(shape).Write(index);
            ours.Add(IndexDump.Of(index, hash: true));
            script.Add("check", index);
            script.Add("hash", index, folder.At($"shape-{shape}.txt"));
            script.Add("append", index);
            script.Add("check", index);
            script.Add("hash", index, folder.At($"merged-{shape}.txt"));
        }

        string problem = script.Run(folder);

        Assert.Equal(string.Empty, problem);
        List<string> differences = [.. Enumerable.Range(0, Shapes).SelectMany(shape =>
            DumpDifferences.Of($"shape {shape}", File.ReadAllLines(folder.At($"shape-{shape}.txt")), ours[shape])
                .Concat(DumpDifferences.Of(
                    $"shape {shape} merged by Java",
                    File.ReadAllLines(folder.At($"merged-{shape}.txt")),
                    IndexDump.Of(folder.At($"shape-{shape}"), hash: true))))];
        DumpDifferences.AssertNone(differences);
    }
}
