using SearchIndex.Engine.Index;
using SearchIndex.News.Ingest;
using SearchIndex.News.Tests.Updates;
using SearchIndex.News.Verification;
using SearchIndex.Testing;

namespace SearchIndex.News.Tests.Verification;

public sealed class ComparisonTests
{
    [Fact]
    public void Compare_OwnManifest_IsTheSame()
    {
        using UpdateFolder folder = new UpdateFolder().Write("a.md", "甲").Write("b.md", "乙");
        folder.Rebuild();

        IndexCheck check = NewsIndexer.Compare(folder.Index, IndexManifest.Parse(IndexManifest.Of(folder.Index).ToText()));

        Assert.True(check.Clean);
        Assert.Equal(["compared files: the same"], check.Lines);
    }

    [Fact]
    public void Compare_FilesMissingExtraAndChanged_AreNamed()
    {
        using UpdateFolder folder = new UpdateFolder().Write("a.md", "甲");
        folder.Rebuild();
        IndexManifest expected = IndexManifest.Of(folder.Index);
        string[] files = [.. expected.Files.Select(file => file.Name)];
        string manifest = files.Single(name => name.StartsWith("manifest-", StringComparison.Ordinal));
        byte[] bytes = File.ReadAllBytes(Path.Combine(folder.Index, files[0]));
        bytes[40] ^= 1;
        File.WriteAllBytes(Path.Combine(folder.Index, files[0]), bytes);
        File.Delete(Path.Combine(folder.Index, files[1]));
        File.AppendAllText(Path.Combine(folder.Index, manifest), "longer");
        File.WriteAllText(Path.Combine(folder.Index, "_9.fdt"), "extra");

        IndexCheck check = NewsIndexer.Compare(folder.Index, expected);

        Assert.Equal(CheckVerdict.Drift, check.Verdict);
        Assert.Collection(
            check.Lines,
            line => Assert.StartsWith($"differs: file {files[0]} has other bytes: SHA-256 ", line, StringComparison.Ordinal),
            line => Assert.Equal($"differs: file {files[1]} is missing", line),
            line => Assert.StartsWith($"differs: file {manifest} has ", line, StringComparison.Ordinal),
            line => Assert.Equal("differs: file _9.fdt is extra", line),
            line => Assert.Equal("compared files: 4 differences", line));
    }

    [Fact]
    public async Task Compare_OtherOptions_AreNamed()
    {
        using UpdateFolder folder = new UpdateFolder().Write("a.md", "甲");
        using var other = new TemporaryFolder();
        folder.Rebuild();
        await NewsIndexer.RebuildAsync([folder.Articles], other.Path, new RebuildOptions { MaxSegments = 3 }, null, CancellationToken.None);

        IndexCheck check = NewsIndexer.Compare(folder.Index, IndexManifest.Of(other.Path));

        Assert.Contains(
            "differs: note options: rebuild --max-segments 5 --buffer 256, and rebuild --max-segments 3 --buffer 256 there", check.Lines);
    }

    [Fact]
    public void Compare_UnreadableCommit_StillNamesTheFile()
    {
        using UpdateFolder folder = new UpdateFolder().Write("a.md", "甲");
        folder.Rebuild();
        IndexManifest expected = IndexManifest.Of(folder.Index);
        File.WriteAllText(Path.Combine(folder.Index, "segments_1"), "no commit");

        IndexCheck check = NewsIndexer.Compare(folder.Index, expected);

        Assert.Contains(check.Lines, line => line.StartsWith("differs: file segments_1 has 9 bytes", StringComparison.Ordinal));
        Assert.Contains("differs: commit: cannot be read, and segments_1 there", check.Lines);
    }

    [Fact]
    public void Compare_OtherIndexOfTheSameArticles_DiffersInFilesOnly()
    {
        using UpdateFolder folder = new UpdateFolder().Write("a.md", "甲").Write("b.md", "乙");
        using var other = new TemporaryFolder();
        folder.Rebuild();
        folder.Rebuild(other.Path);

        IndexCheck check = NewsIndexer.Compare(folder.Index, other.Path);

        Assert.Equal(CheckVerdict.Drift, check.Verdict);
        Assert.Equal("compared articles (2): the same", check.Lines[^1]);
    }

    [Fact]
    public void Compare_OtherIndexOfOtherArticles_NamesThem()
    {
        using UpdateFolder folder = new UpdateFolder().Write("a.md", "甲", url: "https://a.example/1").Write("b.md", "乙").Write("c.md", "丙");
        using var other = new TemporaryFolder();
        folder.Rebuild(other.Path);
        folder.Write("a.md", "改了", url: "https://a.example/1").Write("d.md", "丁");
        File.Delete(folder.At("b.md"));
        folder.Rebuild();

        IndexCheck check = NewsIndexer.Compare(folder.Index, other.Path);

        string[] expected =
        [
            $"differs: article {ArticleId.Of("https://a.example/1")} has other contents",
            $"differs: article {ArticleId.Of("b.md")} is missing",
            $"differs: article {ArticleId.Of("d.md")} is extra",
        ];
        Assert.Equal(expected.Order(), check.Lines.Where(line => line.Contains(" article ", StringComparison.Ordinal)).Order());
        Assert.Equal("compared articles (3): 3 differences", check.Lines[^1]);
    }
}
