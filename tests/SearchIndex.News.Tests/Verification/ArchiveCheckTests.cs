using System.Globalization;
using System.Security.Cryptography;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Documents;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Util;
using SearchIndex.News.Ingest;
using SearchIndex.News.Tests.Updates;
using SearchIndex.News.Updates;

namespace SearchIndex.News.Tests.Verification;

public sealed class ArchiveCheckTests
{
    private static readonly FieldType Keyword = new() { Stored = true, IndexOptions = IndexOptions.Docs, OmitNorms = true };

    [Fact]
    public void Verify_IndexAsBuiltAndUpdated_IsClean()
    {
        using UpdateFolder folder = Built();
        folder.Write("c.md", "丙").Update();

        Assert.Equal(CheckVerdict.Clean, NewsIndexer.Verify(folder.Index).Verdict);
    }

    [Fact]
    public async Task Verify_UpdateThatFailedAtTheCommit_LeavesNothingBehind()
    {
        using UpdateFolder folder = Built();
        string[] before = Directory.GetFiles(folder.Index);
        using var cancellation = new CancellationTokenSource();
        using var directory = new FSDirectory(folder.Index);
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(ArticleSchema.Analyzer, Lucene87Codec.Instance) { MergePolicy = new EndlessMerges() }))
        {
            await cancellation.CancelAsync();

            Assert.Throws<OperationCanceledException>(
                () => ArchiveCommit.Run(directory, writer, ArchiveManifest.Empty, "update", reproducible: false, cancellation.Token));
        }

        Assert.Equal(before.Order(), Directory.GetFiles(folder.Index).Order());
        Assert.Equal(CheckVerdict.Clean, NewsIndexer.Verify(folder.Index).Verdict);
    }

    [Fact]
    public void Verify_ManifestMissing_IsCorrupt()
    {
        using UpdateFolder folder = Built();
        File.Delete(Manifest(folder));

        IndexCheck check = NewsIndexer.Verify(folder.Index);

        Assert.Equal(CheckVerdict.Corrupt, check.Verdict);
        Assert.Contains(check.Lines, line => line.Contains("is missing", StringComparison.Ordinal));
    }

    [Fact]
    public void Verify_ManifestFlippedOrCutAnywhere_IsCorrupt()
    {
        using UpdateFolder folder = Built();
        string path = Manifest(folder);
        byte[] sound = File.ReadAllBytes(path);
        for (int place = 0; place < sound.Length; place++)
        {
            byte[] flipped = [.. sound];
            flipped[place] ^= (byte)(1 << (place % 8));
            foreach (byte[] damaged in new[] { flipped, sound[..place] })
            {
                File.WriteAllBytes(path, damaged);

                IndexCheck check = NewsIndexer.Verify(folder.Index);

                Assert.True(check.Verdict == CheckVerdict.Corrupt, $"byte {place} of {sound.Length}");
                Assert.Contains(check.Lines, line => line.Contains("is damaged", StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void Load_ManifestFlippedAnywhereWithItsChecksumRight_FailsAsDocumented()
    {
        using UpdateFolder folder = Built();
        byte[] sound = File.ReadAllBytes(Manifest(folder));
        for (int place = 0; place < sound.Length; place++)
        {
            foreach (byte value in new byte[] { 0, 0x7F, 0xFF, (byte)(sound[place] ^ 1) })
            {
                byte[] damaged = [.. sound];
                damaged[place] = value;
                using var directory = new MemoryDirectory();
                directory.Overwrite("manifest-x.bin", damaged);
                var commit = new SegmentInfos([])
                {
                    UserData = new Dictionary<string, string>
                    {
                        [ManifestFile.NameKey] = "manifest-x.bin",
                        [ManifestFile.ChecksumKey] = Convert.ToHexStringLower(SHA256.HashData(damaged)),
                    },
                };
                try
                {
                    ManifestFile.Load(directory, commit);
                }
                catch (RebuildNeededException)
                {
                    // Noticed.
                }
            }
        }
    }

    [Fact]
    public void Verify_AfterACrash_NamesEveryLeftoverAndAnUpdateClearsThem()
    {
        using UpdateFolder folder = Built();
        string[] leftovers = ["_9.fdt", "pending_segments_7", "manifest-0123456789abcdef.bin"];
        foreach (string name in leftovers)
        {
            File.WriteAllText(Path.Combine(folder.Index, name), "of a crash");
        }

        IndexCheck check = NewsIndexer.Verify(folder.Index);
        folder.Update();

        Assert.Equal(CheckVerdict.Drift, check.Verdict);
        Assert.All(leftovers, name => Assert.Contains(check.Lines, line => line.StartsWith($"drift: {name} ", StringComparison.Ordinal)));
        Assert.Equal(CheckVerdict.Clean, NewsIndexer.Verify(folder.Index).Verdict);
    }

    [Fact]
    public void Verify_OtherProgramChangedTheArticles_NamesThem()
    {
        using UpdateFolder folder = Built();
        string lost = ArticleId.Of("a.md"), twice = ArticleId.Of("b.md");
        Change(folder, writer =>
        {
            writer.DeleteDocuments(new Term(ArticleSchema.Id, lost));
            writer.AddDocument(WithId(twice));
            writer.AddDocument(WithId("stranger"));
            var nameless = new Document();
            nameless.Add(new Field("outlet.name", "x", new FieldType { Stored = true }));
            writer.AddDocument(nameless);
        });

        IndexCheck check = NewsIndexer.Verify(folder.Index);

        Assert.Equal(CheckVerdict.Drift, check.Verdict);
        Assert.Equal(
            [
                $"drift: article {lost} is in the manifest and not in the index",
                "drift: article stranger is in the index and not in the manifest",
                $"drift: article {twice} is in the index more than once",
                "drift: 1 documents have no id",
            ],
            check.Lines.Where(line => line.StartsWith("drift:", StringComparison.Ordinal)));
    }

    [Fact]
    public void Verify_ManyStrangers_AreCounted()
    {
        using UpdateFolder folder = Built();
        Change(folder, writer =>
        {
            for (int number = 0; number < 50; number++)
            {
                writer.AddDocument(WithId(number.ToString("x16", CultureInfo.InvariantCulture)));
            }
        });

        IndexCheck check = NewsIndexer.Verify(folder.Index);

        Assert.Equal(21, check.Lines.Count(line => line.StartsWith("drift:", StringComparison.Ordinal)));
        Assert.Contains("drift: and 30 more articles: each is in the index and not in the manifest", check.Lines);
    }

    private static UpdateFolder Built()
    {
        UpdateFolder folder = new UpdateFolder().Write("a.md", "甲").Write("b.md", "乙");
        folder.Rebuild();
        return folder;
    }

    private static string Manifest(UpdateFolder folder) => Directory.GetFiles(folder.Index, "manifest-*.bin").Single();

    private static Document WithId(string id)
    {
        var document = new Document();
        document.Add(new Field(ArticleSchema.Id, id, Keyword));
        return document;
    }

    /// <summary>Changes the index as a program would that knows nothing of manifests: it keeps the notes of the commit.</summary>
    private static void Change(UpdateFolder folder, Action<IndexWriter> change)
    {
        using var directory = new FSDirectory(folder.Index);
        IReadOnlyDictionary<string, string> notes = SegmentInfos.ReadLatest(directory, Lucene87Codec.Instance).UserData;
        using var writer = new IndexWriter(directory, new IndexWriterConfig(ArticleSchema.Analyzer, Lucene87Codec.Instance));
        change(writer);
        writer.Commit(notes);
    }

    /// <summary>Gives a commit a place where it looks whether it is cancelled.</summary>
    private sealed class EndlessMerges : MergePolicy
    {
        public override IReadOnlyList<SegmentCommitInfo> NextMerge(IReadOnlyList<SegmentCommitInfo> segments) => segments;
    }
}
