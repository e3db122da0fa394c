using SearchIndex.News.Ingest;

namespace SearchIndex.News.Tests.Updates;

public sealed class UpdateTests
{
    private const string Url = "https://a.example/1";

    [Fact]
    public void Update_NoIndex_BuildsOne()
    {
        using UpdateFolder folder = new UpdateFolder().Write("a.md", "甲").Write("b.md", "乙");

        UpdateReport report = folder.Update();

        Assert.True(report.Committed);
        Assert.Equal((2, 2, 2, 2), (report.FilesFound, report.New, report.Indexed, report.Articles));
        Assert.Equal(folder.FreshContents(), folder.Contents());
    }

    [Fact]
    public void Update_NothingChanged_ReadsNothingAndCommitsNothing()
    {
        using UpdateFolder folder = new UpdateFolder().Write("a.md", "甲").Write("b.md", "乙").WriteFile("c.md", " ");
        folder.Rebuild();
        string[] before = [.. Directory.GetFiles(folder.Index).Order(StringComparer.Ordinal)];

        UpdateReport report = folder.Update();

        Assert.False(report.Committed);
        Assert.Equal((3, 3, 0, 0L), (report.FilesFound, report.Unchanged, report.FilesRead, report.BytesRead));
        Assert.Equal(before, Directory.GetFiles(folder.Index).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Update_YoungFilesUnchanged_ReadsThemAndCommitsNothing()
    {
        using UpdateFolder folder = new UpdateFolder().Write("a.md", "甲");
        File.SetLastWriteTimeUtc(folder.At("a.md"), DateTime.UtcNow);
        folder.Rebuild();

        UpdateReport report = folder.Update();

        Assert.False(report.Committed);
        Assert.Equal((1, 1), (report.Unchanged, report.FilesRead));
    }

    [Fact]
    public void Update_YoungFileWrittenAgainWithinATick_IsNoticed()
    {
        using UpdateFolder folder = new UpdateFolder().Write("a.md", "甲");
        DateTime now = DateTime.UtcNow;
        File.SetLastWriteTimeUtc(folder.At("a.md"), now);
        folder.Rebuild();
        folder.Write("a.md", "乙");
        File.SetLastWriteTimeUtc(folder.At("a.md"), now);

        UpdateReport report = folder.Update();

        Assert.Equal(1, report.Changed);
        Assert.Equal(folder.FreshContents(), folder.Contents());
    }

    [Fact]
    public void Update_NewChangedAndDeletedFiles_AreTold()
    {
        using UpdateFolder folder = new UpdateFolder().Write("a.md", "甲").Write("b.md", "乙").Write("c.md", "丙").Write("d.md", "丁");
        folder.Rebuild();
        folder.Write("b.md", "乙二", age: 1).Write("e.md", "戊");
        File.Delete(folder.At("c.md"));

        UpdateReport report = folder.Update();

        Assert.Equal((1, 1, 1, 2, 0), (report.New, report.Changed, report.Deleted, report.Unchanged, report.Moved));
        Assert.Equal((2, 2, 4), (report.FilesRead, report.Indexed, report.Articles));
        Assert.Equal(folder.FreshContents(), folder.Contents());
        Assert.Empty(IndexContents.Leaks(folder.Index));
    }

    [Fact]
    public void Update_SameSizeOtherTimeAndBytes_IsChanged()
    {
        using UpdateFolder folder = new UpdateFolder().Write("a.md", "甲");
        folder.Rebuild();
        folder.Write("a.md", "乙", age: 1);

        Assert.Equal(1, folder.Update().Changed);
        Assert.Equal(folder.FreshContents(), folder.Contents());
    }

    [Fact]
    public void Update_TouchedFile_IsNotIndexedAgainAndNotReadTwice()
    {
        using UpdateFolder folder = new UpdateFolder().Write("a.md", "甲");
        folder.Rebuild();
        folder.Settle("a.md", age: 7);

        UpdateReport first = folder.Update();
        UpdateReport second = folder.Update();

        Assert.Equal((1, 0, 0, 1), (first.Touched, first.Changed, first.Indexed, first.FilesRead));
        Assert.Equal((1, 0, false), (second.Unchanged, second.FilesRead, second.Committed));
    }

    [Theory]
    [InlineData(Url)]
    [InlineData(null)]
    public void Update_MovedFile_IsToldAndHasItsNewSource(string? url)
    {
        using UpdateFolder folder = new UpdateFolder().Write("a.md", "甲", url).Write("b.md", "乙");
        folder.Rebuild();
        File.Move(folder.At("a.md"), folder.At("z.md"));

        UpdateReport report = folder.Update();

        Assert.Equal((0, 1, 0), (report.New, report.Moved, report.Deleted));
        Assert.Contains(folder.Contents(), line => line.Contains("[z.md]", StringComparison.Ordinal));
        Assert.Equal(folder.FreshContents(), folder.Contents());
    }

    [Fact]
    public void Update_WinningCopyGoes_TheOtherTakesOver()
    {
        using UpdateFolder folder = new UpdateFolder()
            .Write("old.md", "旧", Url, "2024-03-01").Write("new.md", "新", Url + "?utm_source=x", "2024-03-02");
        folder.Rebuild();
        Assert.Contains(" 新 [new.md old.md] ", Assert.Single(folder.Contents()), StringComparison.Ordinal);
        File.Delete(folder.At("new.md"));

        UpdateReport report = folder.Update();

        Assert.Equal((1, 1, 0), (report.Deleted, report.Articles, report.Copies));
        Assert.Contains(" 旧 [old.md] ", Assert.Single(folder.Contents()), StringComparison.Ordinal);
    }

    [Fact]
    public void Update_NewCopyWithNewerDate_TakesOver()
    {
        using UpdateFolder folder = new UpdateFolder().Write("old.md", "旧", Url, "2024-03-01");
        folder.Rebuild();
        folder.Write("new.md", "新", Url, "2024-03-02");

        UpdateReport report = folder.Update();

        Assert.Equal((1, 1, 1, 2), (report.New, report.Articles, report.Copies, report.FilesRead));
        Assert.Equal(folder.FreshContents(), folder.Contents());
    }

    [Fact]
    public void Update_CopyChangesItsUrl_BecomesAnArticleOfItsOwn()
    {
        using UpdateFolder folder = new UpdateFolder().Write("a.md", "甲", Url, "2024-03-02").Write("b.md", "乙", Url, "2024-03-01");
        folder.Rebuild();
        folder.Write("a.md", "甲", "https://a.example/2", age: 1);

        UpdateReport report = folder.Update();

        Assert.Equal((2, 0), (report.Articles, report.Copies));
        Assert.Equal(folder.FreshContents(), folder.Contents());
    }

    [Fact]
    public void Update_ArticleBecomesAProblemAndBack_IsTold()
    {
        using UpdateFolder folder = new UpdateFolder().Write("a.md", "甲").Write("b.md", "乙");
        folder.Rebuild();

        UpdateReport broken = folder.WriteFile("a.md", " ").Update();
        UpdateReport still = folder.Update();
        UpdateReport mended = folder.Write("a.md", "甲").Update();

        Assert.Equal(ArticleProblemKind.Empty, Assert.Single(broken.Problems).Kind);
        Assert.Equal((1, false), (broken.Articles, still.Committed));
        Assert.Equal(2, mended.Articles);
        Assert.Equal(folder.FreshContents(), folder.Contents());
    }

    [Fact]
    public void Update_AllFilesDeleted_LeavesAnEmptyIndex()
    {
        using UpdateFolder folder = new UpdateFolder().Write("a.md", "甲");
        folder.Rebuild();
        File.Delete(folder.At("a.md"));

        Assert.Equal((1, 0), (folder.Update().Deleted, folder.Update().Articles));
        Assert.Empty(folder.Contents());
    }

    [Fact]
    public void Update_PartOfTheArchive_LeavesTheRestAlone()
    {
        using UpdateFolder folder = new UpdateFolder().Write("one/a.md", "甲").Write("two/b.md", "乙").Write("twofold/c.md", "丙");
        folder.Rebuild();
        File.Delete(folder.At("one/a.md"));
        File.Delete(folder.At("twofold/c.md"));
        folder.Write("two/d.md", "丁");

        UpdateReport part = folder.Update("two");
        string[] contents = folder.Contents();
        UpdateReport all = folder.Update();

        Assert.Equal((2, 1, 0, 4), (part.FilesFound, part.New, part.Deleted, part.Articles));
        Assert.Contains(contents, line => line.Contains("[one/a.md]", StringComparison.Ordinal));
        Assert.Contains(contents, line => line.Contains("[two/d.md]", StringComparison.Ordinal));
        Assert.Equal((0, 2), (all.New, all.Deleted));
        Assert.Equal(folder.FreshContents(), folder.Contents());
    }

    [Fact]
    public void Update_FileNamedOnItsOwn_StaysWhenItsFolderIsUpdated()
    {
        using UpdateFolder folder = new UpdateFolder().Write("a.md", "甲").Write("b.article", "乙");
        folder.Rebuild();
        folder.Update("b.article");

        UpdateReport report = folder.Update();

        Assert.Equal((2, 0, false), (report.Articles, report.Deleted, report.Committed));
    }

    [Fact]
    public async Task Update_MissingPath_ChangesNothing()
    {
        using UpdateFolder folder = new UpdateFolder().Write("a.md", "甲");
        folder.Rebuild();

        await Assert.ThrowsAsync<DirectoryNotFoundException>(() => folder.UpdateAsync(null, CancellationToken.None, "nowhere"));

        Assert.Single(folder.Contents());
    }
}
