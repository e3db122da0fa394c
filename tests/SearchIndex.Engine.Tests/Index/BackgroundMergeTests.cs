using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Index;

namespace SearchIndex.Engine.Tests.Index;

public sealed class BackgroundMergeTests : IDisposable
{
    private const int Segments = 4;

    private readonly OpenFiles _directory = new();
    private readonly HeldMerges _merges = new();
    private readonly IndexWriter _writer;

    public BackgroundMergeTests() => _writer = Open(mergeThreads: 1);

    public void Dispose()
    {
        _merges.Release();
        _writer.Dispose();
        _merges.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public void Commit_WhileMergeRuns_WaitsForNothing()
    {
        AddSegments();

        SegmentInfos first = _writer.Commit();
        _merges.WaitUntilHeld();
        _writer.AddDocument(Keyed.Document("more", 1));
        SegmentInfos second = _writer.Commit();

        Assert.Equal((Segments, Segments + 1), (first.Segments.Count, second.Segments.Count));
        Assert.Equal((2 * Segments) + 1, Keyed.ReadAll(_directory).Count);
    }

    [Fact]
    public void Flush_OnlyAdditionsSoFar_MergesBeforeAnyCommit()
    {
        AddSegments();
        _merges.WaitUntilHeld();
        _writer.DeleteDocuments(Keyed.Key("0b"));
        _writer.UpdateDocument(Keyed.Key("1a"), Keyed.Document("1a", 2));
        _writer.Flush();
        _merges.Release();
        _writer.WaitForMerges();
        SegmentInfos commit = _writer.Commit();

        (string, long)[] expected = [("0a", 1), ("1b", 1), ("2a", 1), ("2b", 1), ("3a", 1), ("3b", 1), ("1a", 2)];
        Assert.Equal(expected, Keyed.ReadAll(_directory));
        Assert.Contains(commit.Segments, segment => segment.Info.Diagnostics["source"] == "merge" && segment.DelCount == 2);
        AssertSound();
    }

    [Fact]
    public void WaitForMerges_ThenCommit_HasTheMergedSegmentAndNoOtherFile()
    {
        AddSegments();
        _writer.Commit();
        _merges.WaitUntilHeld();
        _merges.Release();

        _writer.WaitForMerges();
        SegmentInfos commit = _writer.Commit();

        Assert.Single(commit.Segments);
        Assert.Equal(2 * Segments, Keyed.ReadAll(_directory).Count);
        Assert.Equal(commit.Files().Order(StringComparer.Ordinal), _directory.ListAll());
        AssertSound();
    }

    [Fact]
    public void Replace_DeletesDuringTheMerge_AreCarriedOver()
    {
        AddSegments();
        _writer.DeleteDocuments(Keyed.Key("0a"));
        _writer.Commit();
        _merges.WaitUntilHeld();
        _writer.DeleteDocuments(Keyed.Key("0b")); // With the one before the whole segment.
        _writer.UpdateDocument(Keyed.Key("1a"), Keyed.Document("1a", 2));
        using (DirectoryReader during = _writer.OpenReader())
        {
            Assert.Equal((2 * Segments) - 2, Keyed.ReadAll(during).Count);
        }

        _writer.DeleteDocuments(Keyed.Key("2b"));
        _writer.Commit();
        _merges.Release();
        _writer.WaitForMerges();
        _writer.DeleteDocuments(Keyed.Key("3a"));
        SegmentInfos commit = _writer.Commit();

        (string, long)[] expected = [("1b", 1), ("2a", 1), ("3b", 1), ("1a", 2)];
        Assert.Equal(expected, Keyed.ReadAll(_directory));
        Assert.Contains(commit.Segments, segment => segment.Info.Diagnostics["source"] == "merge" && segment.DelCount > 0);
        AssertSound();
    }

    [Fact]
    public void Replace_EverythingDeletedDuringTheMerge_LeavesNothing()
    {
        AddSegments();
        _writer.Commit();
        _merges.WaitUntilHeld();
        foreach ((string key, long _) in Keyed.ReadAll(_directory))
        {
            _writer.DeleteDocuments(Keyed.Key(key));
        }

        _writer.Commit();
        _merges.Release();
        _writer.WaitForMerges();
        SegmentInfos commit = _writer.Commit();

        Assert.Empty(commit.Segments);
        Assert.Equal([commit.FileName], _directory.ListAll());
    }

    [Fact]
    public void Dispose_WhileMergeRuns_EndsItAndLeavesNoFile()
    {
        AddSegments();
        SegmentInfos commit = _writer.Commit();
        _merges.WaitUntilHeld();
        _writer.UpdateDocument(Keyed.Key("0a"), Keyed.Document("0a", 2));

        _writer.Rollback();

        Assert.Equal(commit.Files().Order(StringComparer.Ordinal), _directory.ListAll());
        Assert.Equal(0, _directory.Open);
        Assert.Throws<ObjectDisposedException>(() => _writer.WaitForMerges());
    }

    [Fact]
    public void Commit_AfterFailedMerge_SaysSoOnceAndLosesNothing()
    {
        _merges.Failure = new IOException("the disk is away");
        AddSegments();
        _writer.Commit();
        _merges.WaitUntilHeld();
        Exception? told = null;
        for (_writer.AddDocument(Keyed.Document("more", 1)); told is null;)
        {
            told = Record.Exception(() => _writer.Commit()); // The merge ends some time after it fails.
        }

        _merges.Failure = null;
        _merges.Release();
        _writer.WaitForMerges();
        SegmentInfos commit = _writer.Commit();

        Assert.Equal("the disk is away", told.Message);
        Assert.Equal(2, commit.Segments.Count);
        Assert.Equal((2 * Segments) + 1, Keyed.ReadAll(_directory).Count);
        Assert.Equal(commit.Files().Order(StringComparer.Ordinal), _directory.ListAll());
    }

    [Fact]
    public void Optimize_WhileMergeRuns_WaitsForItAndMergesTheRest()
    {
        AddSegments();
        _writer.Commit();
        _merges.WaitUntilHeld();
        _writer.AddDocument(Keyed.Document("more", 1));
        _merges.Release();

        _writer.Optimize();
        SegmentInfos commit = _writer.Commit();

        Assert.Single(commit.Segments);
        Assert.Equal((2 * Segments) + 1, Keyed.ReadAll(_directory).Count);
    }

    [Fact]
    public void Commit_OldFilesCannotBeLookedAtOrDeleted_IsCommittedAllTheSame()
    {
        _merges.Release();
        AddSegments();
        _writer.Commit();
        _writer.WaitForMerges();
        _directory.FailsAfterRename = true;
        SegmentInfos unlisted = _writer.Commit();
        (_directory.FailsAfterRename, _directory.FailsToList, _directory.FailsToDelete) = (false, false, true);
        _writer.UpdateDocument(Keyed.Key("0a"), Keyed.Document("0a", 2));
        SegmentInfos undeleted = _writer.Commit();

        Assert.True(_directory.FileExists(unlisted.FileName));
        _directory.FailsToDelete = false;
        SegmentInfos last = _writer.Commit();

        Assert.Equal(undeleted.Generation + 1, last.Generation);
        Assert.Equal(last.Files().Order(StringComparer.Ordinal), _directory.ListAll());
    }

    private IndexWriter Open(int mergeThreads) => Keyed.Open(_directory, Keyed.Config() with
    {
        MergePolicy = new TieredMergePolicy { SegmentsPerTier = Segments, MaxDeletedShare = 1 },
        MergeThreads = mergeThreads,
        MergeRateLimit = _merges.Limiter,
    });

    private void AddSegments()
    {
        for (int segment = 0; segment < Segments; segment++)
        {
            _writer.AddDocument(Keyed.Document($"{segment}a", 1));
            _writer.AddDocument(Keyed.Document($"{segment}b", 1));
            _writer.Flush();
        }
    }

    private void AssertSound()
    {
        CheckIndexReport report = CheckIndex.Run(_directory, Lucene87Codec.Instance);
        Assert.True(report.IsClean, string.Join('\n', report.Problems));
    }
}
