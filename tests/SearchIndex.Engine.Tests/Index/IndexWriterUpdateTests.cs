using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Documents;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Util;
using SearchIndex.Testing;

namespace SearchIndex.Engine.Tests.Index;

public sealed class IndexWriterUpdateTests
{
    [Fact]
    public void UpdateDocument_SameKey_ReplacesBufferedAndCommitted()
    {
        using var directory = new MemoryDirectory();
        using IndexWriter writer = Keyed.Open(directory);
        writer.UpdateDocument(Keyed.Key("a"), Keyed.Document("a", 1));
        writer.UpdateDocument(Keyed.Key("a"), Keyed.Document("a", 2));
        writer.AddDocument(Keyed.Document("b", 1));
        writer.Commit();
        writer.UpdateDocument(Keyed.Key("b"), Keyed.Document("b", 2));

        writer.Commit();

        Assert.Equal([("a", 2), ("b", 2)], Keyed.ReadAll(directory));
    }

    [Fact]
    public void DeleteDocuments_BeforeAndAfterAdd_ConcernsEarlierOnly()
    {
        using var directory = new MemoryDirectory();
        using IndexWriter writer = Keyed.Open(directory);
        writer.AddDocument(Keyed.Document("a", 1));
        writer.DeleteDocuments(Keyed.Key("a"));
        writer.AddDocument(Keyed.Document("a", 2));

        writer.Commit();

        Assert.Equal([("a", 2)], Keyed.ReadAll(directory));
    }

    [Fact]
    public void Commit_EverythingDeleted_LeavesNoSegment()
    {
        using var directory = new MemoryDirectory();
        using IndexWriter writer = Keyed.Open(directory);
        writer.AddDocument(Keyed.Document("a", 1));
        writer.Commit();
        writer.DeleteDocuments(Keyed.Key("a"));

        SegmentInfos commit = writer.Commit();

        Assert.Empty(commit.Segments);
        Assert.Equal([commit.FileName], directory.ListAll());
    }

    [Fact]
    public void UpdateDocument_Refused_KeepsTheOldOne()
    {
        using var directory = new MemoryDirectory();
        using IndexWriter writer = Keyed.Open(directory);
        writer.AddDocument(Keyed.Document("a", 1));
        var bad = new Document();
        bad.Add(new Field("key", "a", new FieldType { Tokenized = true, IndexOptions = IndexOptions.DocsAndFreqs }));

        Assert.Throws<ArgumentException>(() => writer.UpdateDocument(Keyed.Key("a"), bad));
        writer.Commit();

        Assert.Equal([("a", 1)], Keyed.ReadAll(directory));
    }

    [Fact]
    public void Commit_WithDeletes_ReadersOnOldCommitKeepTheirDocuments()
    {
        using var directory = new MemoryDirectory();
        using IndexWriter writer = Keyed.Open(directory);
        writer.AddDocument(Keyed.Document("a", 1));
        writer.AddDocument(Keyed.Document("b", 1));
        writer.Commit();
        using DirectoryReader before = DirectoryReader.Open(directory, Lucene87Codec.Instance);

        writer.DeleteDocuments(Keyed.Key("a"));
        writer.Commit();

        Assert.Equal([("a", 1), ("b", 1)], Keyed.ReadAll(before));
        Assert.Equal([("b", 1)], Keyed.ReadAll(directory));
    }

    [Fact]
    public void OpenReader_UncommittedChanges_AreSeenThereOnly()
    {
        using var directory = new MemoryDirectory();
        using IndexWriter writer = Keyed.Open(directory);
        writer.AddDocument(Keyed.Document("a", 1));
        writer.Commit();
        writer.UpdateDocument(Keyed.Key("a"), Keyed.Document("a", 2));

        using DirectoryReader reader = writer.OpenReader();

        Assert.Equal([("a", 2)], Keyed.ReadAll(reader));
        Assert.Equal([("a", 1)], Keyed.ReadAll(directory));
    }

    [Fact]
    public void Rollback_AfterChanges_LeavesTheLastCommitAndNoFile()
    {
        using var directory = new MemoryDirectory();
        using (IndexWriter writer = Keyed.Open(directory))
        {
            writer.AddDocument(Keyed.Document("a", 1));
            writer.Commit();
        }

        string[] before = [.. directory.ListAll()];
        IndexWriter second = Keyed.Open(directory);
        second.UpdateDocument(Keyed.Key("a"), Keyed.Document("a", 2));
        second.OpenReader().Dispose();

        second.Rollback();

        Assert.Equal(before, directory.ListAll());
        Assert.Equal([("a", 1)], Keyed.ReadAll(directory));
    }

    [Fact]
    public void Optimize_ToOneSegment_ReclaimsDeletes()
    {
        using var directory = new MemoryDirectory();
        using IndexWriter writer = Keyed.Open(directory);
        for (int number = 0; number < 100; number++)
        {
            writer.AddDocument(Keyed.Document($"k{number:00}", number));
            if (number % 10 == 9)
            {
                writer.Flush();
            }
        }

        writer.DeleteDocuments(Keyed.Key("k05"));
        writer.Optimize();
        SegmentInfos commit = writer.Commit();

        SegmentCommitInfo only = Assert.Single(commit.Segments);
        Assert.Equal((99, 0), (only.Info.MaxDoc, only.DelCount));
        Assert.Equal(99, Keyed.ReadAll(directory).Count);
        AssertSound(directory);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Commit_RandomChanges_EqualsModel(int seed)
    {
        var random = new Random(seed);
        using var directory = new MemoryDirectory();
        var model = new Dictionary<string, long>(StringComparer.Ordinal);
        IndexWriterConfig config = Keyed.Config() with { RamBufferBytes = 1 << 17, MergePolicy = new TieredMergePolicy { SegmentsPerTier = 3, MaxSegments = 6 } };
        IndexWriter writer = Keyed.Open(directory, config);
        for (int step = 0; step < 3_000; step++)
        {
            string key = $"k{random.Next(80)}";
            switch (random.Next(100))
            {
                case < 70:
                    writer.UpdateDocument(Keyed.Key(key), Keyed.Document(key, step));
                    model[key] = step;
                    break;
                case < 90:
                    writer.DeleteDocuments(Keyed.Key(key));
                    model.Remove(key);
                    break;
                case < 94:
                    writer.Flush();
                    break;
                case < 97:
                    using (DirectoryReader reader = writer.OpenReader())
                    {
                        AssertEqualsModel(model, Keyed.ReadAll(reader), seed, step);
                    }

                    break;
                default:
                    writer.Commit();
                    AssertEqualsModel(model, Keyed.ReadAll(directory), seed, step);
                    if (random.Next(3) == 0)
                    {
                        writer.Dispose();
                        writer = Keyed.Open(directory, config);
                    }

                    break;
            }
        }

        writer.Commit();
        writer.Dispose();
        AssertEqualsModel(model, Keyed.ReadAll(directory), seed, int.MaxValue);
        AssertSound(directory);
    }

    [Fact]
    public void Commit_WhileThreadsUpdate_NeverShowsAKeyTwiceOrNotAtAll()
    {
        const int keys = 40, rounds = 300;
        using var directory = new MemoryDirectory();
        using IndexWriter writer = Keyed.Open(directory, Keyed.Config() with { RamBufferBytes = 1 << 18 });
        for (int key = 0; key < keys; key++)
        {
            writer.AddDocument(Keyed.Document($"k{key}", 0));
        }

        writer.Commit();
        using var done = new ManualResetEventSlim();
        Thread[] updaters = [.. Enumerable.Range(0, 4).Select(worker => new Thread(() =>
        {
            for (int round = 1; round <= rounds; round++)
            {
                // Each worker has keys of its own, so that the largest value is the last.
                string key = $"k{worker + (4 * (round % (keys / 4)))}";
                writer.UpdateDocument(Keyed.Key(key), Keyed.Document(key, round));
            }
        }))];
        var problems = new List<string>();
        var committer = new Thread(() =>
        {
            while (!done.IsSet)
            {
                writer.Commit();
                string[] found = [.. Keyed.ReadAll(directory).Select(entry => entry.Key)];
                if (found.Length != keys || found.Distinct().Count() != keys)
                {
                    problems.Add($"{found.Length} documents, {found.Distinct().Count()} keys");
                }
            }
        });

        committer.Start();
        Array.ForEach(updaters, thread => thread.Start());
        Array.ForEach(updaters, thread => thread.Join());
        done.Set();
        committer.Join();

        Assert.Empty(problems);
        writer.Commit();
        Assert.Equal(keys, Keyed.ReadAll(directory).Count);
        Assert.Equal(rounds, Keyed.ReadAll(directory).Max(entry => entry.Value));
        AssertSound(directory);
    }

    [Fact]
    public void Commit_KeepLastCommits_OlderOnesStayReadable()
    {
        using var directory = new MemoryDirectory();
        using IndexWriter writer = Keyed.Open(directory, Keyed.Config() with { DeletionPolicy = new KeepLastCommits(2) });
        var commits = new List<SegmentInfos>();
        for (int value = 0; value < 4; value++)
        {
            writer.UpdateDocument(Keyed.Key("a"), Keyed.Document("a", value));
            commits.Add(writer.Commit());
        }

        string[] kept = [.. directory.ListAll().Where(name => name.StartsWith("segments_", StringComparison.Ordinal))];

        Assert.Equal([commits[2].FileName, commits[3].FileName], kept);
        Assert.All(commits.TakeLast(2).SelectMany(commit => commit.Files()), name => Assert.True(directory.FileExists(name), name));
    }

    [Fact]
    public void Hold_Snapshot_KeepsItsFilesUntilReleased()
    {
        using var directory = new MemoryDirectory();
        var policy = new SnapshotDeletionPolicy(IndexDeletionPolicy.KeepOnlyLastCommit);
        using IndexWriter writer = Keyed.Open(directory, Keyed.Config() with { DeletionPolicy = policy });
        writer.AddDocument(Keyed.Document("a", 1));
        SegmentInfos held = writer.Commit();
        policy.Hold(held);
        writer.UpdateDocument(Keyed.Key("a"), Keyed.Document("a", 2));
        writer.Commit();
        Assert.All(held.Files(), name => Assert.True(directory.FileExists(name), name));

        policy.Release(held);
        writer.Commit();

        Assert.False(directory.FileExists(held.FileName));
        Assert.Throws<InvalidOperationException>(() => policy.Release(held));
    }

    [JavaLuceneFact]
    public void Commit_RandomChanges_JavaFindsItSoundAndMergesIt()
    {
        using var folder = new TemporaryFolder();
        using (var directory = new FSDirectory(folder.Path))
        using (IndexWriter writer = Keyed.Open(directory))
        {
            for (int step = 0; step < 2_000; step++)
            {
                string key = $"k{step * 7919 % 500}";
                writer.UpdateDocument(Keyed.Key(key), Keyed.Document(key, step));
                if (step % 250 == 249)
                {
                    writer.Commit();
                }
            }
        }

        JudgeResult check = JavaLuceneJudge.CheckIndex(folder.Path);
        JudgeResult merge = JavaLuceneJudge.RunProgram("MergeAndCheck", folder.Path);

        Assert.True(check.ExitCode == 0, check.Output);
        Assert.True(merge.ExitCode == 0, merge.Output);
        Assert.Contains("510", merge.StandardOutput, StringComparison.Ordinal); // 500 keys and the 10 that the program adds.
    }

    private static void AssertEqualsModel(Dictionary<string, long> model, List<(string Key, long Value)> found, int seed, int step)
    {
        IEnumerable<(string, long)> expected = model.Select(entry => (entry.Key, entry.Value)).OrderBy(entry => entry.Key, StringComparer.Ordinal);
        Assert.True(expected.SequenceEqual(found.OrderBy(entry => entry.Key, StringComparer.Ordinal)), $"seed {seed}, step {step}");
    }

    private static void AssertSound(IndexDirectory directory)
    {
        CheckIndexReport report = CheckIndex.Run(directory, Lucene87Codec.Instance);
        Assert.True(report.IsClean, string.Join('\n', report.Problems));
    }
}
