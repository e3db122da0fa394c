using SearchIndex.Engine.Index;
using SearchIndex.Testing;

namespace SearchIndex.News.Tests.Updates;

public sealed class ReproducibleTests
{
    private static readonly RebuildOptions Options = new() { Reproducible = true, MaxSegments = 2, BufferMegabytes = 2 };

    [Fact]
    public void Rebuild_SameFilesElsewhereAndLaterAndOtherThreads_GivesTheSameBytes()
    {
        using TemporaryFolder first = Archive(), second = Archive();
        foreach (string file in Directory.GetFiles(second.At("articles"), "*", SearchOption.AllDirectories))
        {
            File.SetLastWriteTimeUtc(file, new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        }

        IngestReport report = Rebuild(first, Options with { Threads = 1 });
        Rebuild(second, Options with { Threads = 4 });

        Assert.True(report.Segments > 1);
        SortedDictionary<string, byte[]> files = Files(first);
        Assert.Equal(files, Files(second));
        Assert.Contains("segments_1", files.Keys);
        Assert.Equal(CheckVerdict.Clean, NewsIndexer.Verify(first.At("index")).Verdict);
    }

    [Fact]
    public void Rebuild_OneOtherByteOrOption_GivesOtherIdsEverywhere()
    {
        using TemporaryFolder first = Archive(), second = Archive(), third = Archive();
        string changed = Directory.GetFiles(second.At("articles")).Order(StringComparer.Ordinal).Last();
        File.WriteAllText(changed, File.ReadAllText(changed).Replace("记者", "作者", StringComparison.Ordinal));

        Rebuild(first, Options);
        Rebuild(second, Options);
        Rebuild(third, Options with { MaxSegments = 3 });

        SortedDictionary<string, byte[]> files = Files(first);
        foreach (SortedDictionary<string, byte[]> others in new[] { Files(second), Files(third) })
        {
            string[] shared = [.. others.Keys.Where(name => files.ContainsKey(name) && Path.GetExtension(name) != ".bin")];
            Assert.All(shared, name => Assert.NotEqual(files[name], others[name]));
            Assert.Contains("segments_1", shared);
        }
    }

    [Fact]
    public void Rebuild_LeftoversOfACrash_DoNotCount()
    {
        using TemporaryFolder first = Archive(), second = Archive();
        second.Write("index/_7.fdt", "of a crash");
        second.Write("index/pending_segments_3", "of a crash");

        Rebuild(first, Options);
        Rebuild(second, Options);

        Assert.Equal(Files(first), Files(second));
    }

    [Fact]
    public void Rebuild_IndexIsThere_IsRefusedAndTheIndexStays()
    {
        using TemporaryFolder folder = Archive();
        Rebuild(folder, Options with { Reproducible = false });
        SortedDictionary<string, byte[]> before = Files(folder);

        IOException problem = Assert.Throws<IOException>(() => Rebuild(folder, Options));

        Assert.Contains("holds an index", problem.Message, StringComparison.Ordinal);
        Assert.Equal(before, Files(folder));
    }

    [Fact]
    public void Rebuild_Reproducible_TellsOfNoTimeAndNoFolder()
    {
        using TemporaryFolder folder = Archive();

        Rebuild(folder, Options);

        byte[] place = System.Text.Encoding.UTF8.GetBytes(folder.Path);
        Assert.All(Files(folder), file => Assert.True(file.Value.AsSpan().IndexOf(place) < 0, file.Key));
        Assert.All(Files(folder), file => Assert.True(file.Value.AsSpan().IndexOf("builtAt"u8) < 0, file.Key));
    }

    [Fact]
    public void Update_ReproducibleIndexMovedWithItsFiles_FindsThem()
    {
        using TemporaryFolder built = Archive(), used = Archive();
        Rebuild(built, Options);
        foreach (string file in Directory.GetFiles(built.At("index")))
        {
            Directory.CreateDirectory(used.At("index"));
            File.Copy(file, used.At("index", Path.GetFileName(file)));
        }

        UpdateReport same = Update(used, reproducible: false);
        used.Write("articles/new.md", Article("新的文章", 1));
        File.Delete(used.At("articles", "000.md"));
        UpdateReport changed = Update(used, reproducible: false);
        UpdateReport settled = Update(used, reproducible: false);

        Assert.False(same.Committed);
        Assert.Equal((same.FilesFound, same.FilesFound), (same.Unchanged, same.FilesRead));
        Assert.Equal((1, 1), (changed.New, changed.Deleted));
        Assert.False(settled.Committed);
    }

    [Fact]
    public void Update_ReproducibleIndexAndOtherFolder_AsksForTheFolder()
    {
        using TemporaryFolder folder = Archive();
        Rebuild(folder, Options);
        folder.Write("elsewhere/other.md", Article("别的文章", 1));

        RebuildNeededException problem = Assert.Throws<RebuildNeededException>(() => Update(folder, reproducible: false, "elsewhere"));

        Assert.Contains("the folders that it was built from", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Update_SeveralFolders_GivesEachItsFiles()
    {
        using TemporaryFolder folder = Archive();
        folder.Write("more/x.md", Article("第二个文件夹", 1));
        Rebuild(folder, Options, "articles", "more");
        folder.Write("more/x.md", Article("第二个文件夹改了", 2));

        UpdateReport report = Update(folder, reproducible: true, "more");

        Assert.Equal((1, 1, 0), (report.FilesFound, report.Changed, report.Deleted));
    }

    [Fact]
    public void Update_SameIndexAndChanges_GivesTheSameBytes()
    {
        using TemporaryFolder first = Archive(), second = Archive();
        foreach (TemporaryFolder folder in new[] { first, second })
        {
            Rebuild(folder, Options);
            folder.Write("articles/new.md", Article("新的文章", 1));
            folder.Write("articles/001.md", Article("改了的文章", 1));
            File.Delete(folder.At("articles", "000.md"));
            Update(folder, reproducible: true);
        }

        Assert.Contains(Files(first).Keys, name => name.EndsWith(".liv", StringComparison.Ordinal));
        Assert.Equal(Files(first), Files(second));
    }

    [JavaLuceneFact]
    public void Update_ReproducibleIndex_IsSoundForJava()
    {
        using TemporaryFolder folder = Archive();
        Rebuild(folder, Options);
        folder.Write("articles/001.md", Article("改了的文章", 1));
        Update(folder, reproducible: true);

        JudgeResult result = JavaLuceneJudge.CheckIndex(folder.At("index"));

        Assert.True(result.ExitCode == 0 && result.Output.Contains("No problems were detected", StringComparison.Ordinal), result.Output);
    }

    /// <summary>Makes an archive that takes several small buffers.</summary>
    private static TemporaryFolder Archive()
    {
        var folder = new TemporaryFolder();
        var random = new Random(2026);
        for (int number = 0; number < 24; number++)
        {
            folder.Write($"articles/{number:000}.md", Article($"第{number}篇文章", random.Next(1, 60)));
        }

        return folder;
    }

    private static string Article(string title, int paragraphs)
    {
        var random = new Random(paragraphs);
        IEnumerable<string> texts = Enumerable.Range(0, paragraphs).Select(_ => $"<p>记者在第{random.Next()}次会议上报道。</p>");
        return $"---\ntitle: {title}\ndate: 2024-03-01\n---\n\n{string.Join('\n', texts)}\n";
    }

    private static IngestReport Rebuild(TemporaryFolder folder, RebuildOptions options, params string[] names) =>
        NewsIndexer.RebuildAsync(Paths(folder, names), folder.At("index"), options, null, CancellationToken.None).GetAwaiter().GetResult();

    private static UpdateReport Update(TemporaryFolder folder, bool reproducible, params string[] names) =>
        NewsIndexer.UpdateAsync(
            Paths(folder, names), folder.At("index"), new UpdateOptions { Reproducible = reproducible }, null, CancellationToken.None)
            .GetAwaiter().GetResult();

    private static string[] Paths(TemporaryFolder folder, string[] names) =>
        names.Length == 0 ? [folder.At("articles")] : [.. names.Select(name => folder.At(name))];

    /// <summary>Reads the files of the index, all but the empty one that is locked.</summary>
    private static SortedDictionary<string, byte[]> Files(TemporaryFolder folder) => new(
        Directory.GetFiles(folder.At("index")).Where(file => new FileInfo(file).Length > 0).ToDictionary(file => Path.GetFileName(file), File.ReadAllBytes), StringComparer.Ordinal);
}
