using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Documents;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Store;
using SearchIndex.News.Updates;

namespace SearchIndex.News.Tests.Updates;

/// <summary>Indexes that are sound, but that nobody can bring up to date.</summary>
public sealed class UpdateRebuildNeededTests
{
    [Theory]
    [InlineData(IndexVersions.ParserKey)]
    [InlineData(IndexVersions.AnalyzerKey)]
    public void Update_OtherVersion_AsksForARebuild(string key)
    {
        using UpdateFolder folder = Built();
        Commit(folder, notes => notes[key] = "0");

        AssertRebuildNeeded(folder, key);
    }

    [Fact]
    public void Update_NoManifest_AsksForARebuild()
    {
        using UpdateFolder folder = Built();
        Commit(folder, notes => notes.Remove(ManifestFile.NameKey));

        AssertRebuildNeeded(folder, "does not say which files");
    }

    [Fact]
    public void Update_ManifestMissing_AsksForARebuild()
    {
        using UpdateFolder folder = Built();
        File.Delete(ManifestOf(folder));

        AssertRebuildNeeded(folder, "is missing");
    }

    [Fact]
    public void Update_ManifestWithAnyByteFlippedOrCut_AsksForARebuild()
    {
        using UpdateFolder folder = Built();
        byte[] whole = File.ReadAllBytes(ManifestOf(folder));
        for (int at = 0; at < whole.Length; at++)
        {
            byte[] flipped = [.. whole];
            flipped[at] ^= 0x10;
            File.WriteAllBytes(ManifestOf(folder), flipped);
            AssertRebuildNeeded(folder, "is damaged");
            File.WriteAllBytes(ManifestOf(folder), whole[..at]);
            AssertRebuildNeeded(folder, "is damaged");
        }
    }

    [Fact]
    public void Update_IndexChangedByAnotherProgram_AsksForARebuild()
    {
        using UpdateFolder folder = Built();
        using (var directory = new FSDirectory(folder.Index))
        using (var writer = new IndexWriter(directory, Config()))
        {
            writer.AddDocument(new Document());
            writer.Commit(SegmentInfos.ReadLatest(directory, Lucene87Codec.Instance).UserData);
        }

        AssertRebuildNeeded(folder, "another program");
    }

    private static UpdateFolder Built()
    {
        UpdateFolder folder = new UpdateFolder().Write("a.md", "甲");
        folder.Rebuild();
        return folder;
    }

    private static string ManifestOf(UpdateFolder folder) => Directory.GetFiles(folder.Index, "manifest-*.bin").Single();

    private static void Commit(UpdateFolder folder, Action<Dictionary<string, string>> change)
    {
        using var directory = new FSDirectory(folder.Index);
        var notes = new Dictionary<string, string>(SegmentInfos.ReadLatest(directory, Lucene87Codec.Instance).UserData);
        change(notes);
        using var writer = new IndexWriter(directory, Config());
        writer.Commit(notes);
    }

    private static IndexWriterConfig Config() => new(ArticleSchema.Analyzer, Lucene87Codec.Instance);

    private static void AssertRebuildNeeded(UpdateFolder folder, string reason)
    {
        var problem = Assert.Throws<RebuildNeededException>(() => folder.Update());
        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
        Assert.Contains(folder.Contents(), line => line.Contains(" 甲 [a.md] ", StringComparison.Ordinal));
        using var directory = new FSDirectory(folder.Index);
        Assert.True(CheckIndex.Run(directory, Lucene87Codec.Instance).IsClean); // What was searched before still is.
    }
}
