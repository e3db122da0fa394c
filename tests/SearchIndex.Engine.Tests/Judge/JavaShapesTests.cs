using System.Globalization;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Documents;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Tests.Search.Support;
using SearchIndex.Engine.Util;
using SearchIndex.Testing;

namespace SearchIndex.Engine.Tests.Judge;

/// <summary>Indexes of many shapes written by Apache Lucene: we must read and merge them as Java does.</summary>
public sealed class JavaShapesTests(JavaShapes shapes) : IClassFixture<JavaShapes>
{
    // The ways of writing that give several segments: with generations of deletes, with updates, with very many.
    private static readonly int[] SegmentedWritings = [3, 4, 6];

    [JavaLuceneFact]
    public void Read_IndexesOfJava_SaysWhatJavaSays()
    {
        Assert.Equal(string.Empty, shapes.Problem);

        List<string> differences = [.. Enumerable.Range(0, JavaShapes.Count).SelectMany(shape =>
            DumpDifferences.Of($"shape {shape}", File.ReadAllLines(shapes.DumpOf(shape)), IndexDump.Of(shapes.IndexOf(shape), hash: true)))];

        DumpDifferences.AssertNone(differences);
    }

    [JavaLuceneFact]
    public void CheckIndex_IndexesOfJava_AreSound()
    {
        Assert.Equal(string.Empty, shapes.Problem);

        Parallel.For(0, JavaShapes.Count, shape =>
        {
            using var directory = new FSDirectory(shapes.IndexOf(shape));
            CheckIndexReport report = CheckIndex.Run(directory, Lucene87Codec.Instance);

            Assert.True(report.Verdict == CheckVerdict.Clean, $"shape {shape}: {string.Join('\n', [.. report.Problems, .. report.Drifts])}");
        });
    }

    [JavaLuceneFact]
    public void Merge_IndexesOfJava_KeepsWhatAMergeOfJavaKeeps()
    {
        Assert.Equal(string.Empty, shapes.Problem);
        using var folder = new TemporaryFolder();
        int[] segmented = [.. Enumerable.Range(0, JavaShapes.Count).Where(shape => SegmentedWritings.Contains(shape % JavaShapes.Writings))];
        var script = new JudgeScript();
        foreach (int shape in segmented)
        {
            Copy(shapes.IndexOf(shape), folder.At($"java-{shape}"));
            Copy(shapes.IndexOf(shape), folder.At($"ours-{shape}"));
            MergeAll(folder.At($"ours-{shape}"));
            script.Add("merge", folder.At($"java-{shape}"));
            script.Add("hash", folder.At($"java-{shape}"), folder.At($"java-{shape}.txt"));
            script.Add("check", folder.At($"ours-{shape}"));
            script.Add("hash", folder.At($"ours-{shape}"), folder.At($"ours-{shape}.txt"));
        }

        string problem = script.Run(folder);

        Assert.Equal(string.Empty, problem);
        List<string> differences = [.. segmented.SelectMany(shape => DumpDifferences.Of(
            $"shape {shape}", File.ReadAllLines(folder.At($"java-{shape}.txt")), File.ReadAllLines(folder.At($"ours-{shape}.txt"))))];
        DumpDifferences.AssertNone(differences);
    }

    [JavaLuceneFact]
    public void Change_IndexesOfJava_JavaChecksAndReadsThem()
    {
        Assert.Equal(string.Empty, shapes.Problem);
        using var folder = new TemporaryFolder();
        int[] segmented = [.. Enumerable.Range(0, JavaShapes.Count).Where(shape => SegmentedWritings.Contains(shape % JavaShapes.Writings))];
        var script = new JudgeScript();
        var ours = new List<IReadOnlyList<string>>();
        foreach (int shape in segmented)
        {
            string index = folder.At($"shape-{shape}");
            Copy(shapes.IndexOf(shape), index);
            Change(index);
            ours.Add(IndexDump.Of(index, hash: true));
            script.Add("check", index);
            script.Add("hash", index, folder.At($"shape-{shape}.txt"));
            script.Add("append", index);
            script.Add("check", index);
        }

        string problem = script.Run(folder);

        Assert.Equal(string.Empty, problem);
        DumpDifferences.AssertNone([.. segmented.Zip(ours).SelectMany(pair =>
            DumpDifferences.Of($"shape {pair.First}", File.ReadAllLines(folder.At($"shape-{pair.First}.txt")), pair.Second))]);
    }

    // Deletes make new generations beside those of Java; new documents reuse fields that Java may have updated.
    private static void Change(string indexFolder)
    {
        using var directory = new FSDirectory(indexFolder);
        var config = new IndexWriterConfig(new SpacedAnalyzer(), Lucene87Codec.Instance)
        {
            MergePolicy = new TieredMergePolicy { MaxSegments = int.MaxValue, SegmentsPerTier = int.MaxValue, MaxDeletedShare = 1 },
        };
        using var writer = new IndexWriter(directory, config);
        for (int number = 0; number < 300; number += 4)
        {
            writer.DeleteDocuments(new Term("id", number.ToString(CultureInfo.InvariantCulture)));
            var document = new Document();
            document.Add(new Field("id", $"new-{number}", new FieldType { Stored = true, IndexOptions = IndexOptions.Docs, OmitNorms = true }));
            document.Add(new Field("updated", number, new FieldType { DocValuesType = DocValuesType.Numeric }));
            document.Add(new Field("updatedbinary", "fresh", new FieldType { DocValuesType = DocValuesType.Binary }));
            writer.AddDocument(document);
        }

        writer.Commit();
    }

    private static void Copy(string source, string target)
    {
        Directory.CreateDirectory(target);
        foreach (string file in Directory.GetFiles(source))
        {
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        }
    }

    private static void MergeAll(string indexFolder)
    {
        using var directory = new FSDirectory(indexFolder);
        using var writer = new IndexWriter(directory, new IndexWriterConfig(new SpacedAnalyzer(), Lucene87Codec.Instance));
        writer.Optimize();
        writer.Commit();
    }
}
