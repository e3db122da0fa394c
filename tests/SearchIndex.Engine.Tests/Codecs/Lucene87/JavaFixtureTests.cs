using SearchIndex.Engine.Store;
using SearchIndex.Testing;

namespace SearchIndex.Engine.Tests.Codecs.Lucene87;

/// <summary>Reads what Apache Lucene wrote, and compares every value with what Lucene itself reads.</summary>
public sealed class JavaFixtureTests
{
    [JavaLuceneFact]
    public void AllFormats_OfIndexesThatJavaMade_ReadAsJavaReadsThem()
    {
        using var folder = new TemporaryFolder();

        JudgeResult made = JavaLuceneJudge.RunProgram("MakeFormatsFixture", folder.Path);

        Assert.True(made.ExitCode == 0, made.Output);
        string[] indexes = Directory.GetDirectories(folder.Path);
        Assert.Equal(5, indexes.Length);
        Assert.All(indexes, index => CompareLines(File.ReadLines($"{index}.txt"), index));
    }

    private static void CompareLines(IEnumerable<string> expected, string index)
    {
        using var directory = new FSDirectory(index);
        int number = 0;
        using IEnumerator<string> actual = SegmentDump.Dump(directory).GetEnumerator();
        foreach (string line in expected)
        {
            number++;
            string found = actual.MoveNext() ? actual.Current : "(nothing)";
            if (line != found)
            {
                Assert.Fail($"{Path.GetFileName(index)}, line {number}: Java reads\n{line}\nwe read\n{found}");
            }
        }

        Assert.False(actual.MoveNext(), $"{Path.GetFileName(index)}: more lines than the {number} of Java");
    }
}
