using SearchIndex.News.Ingest;
using SearchIndex.Testing;

namespace SearchIndex.News.Tests.Ingest;

public sealed class ArticleSurveyTests
{
    [Fact]
    public void Run_FilesOfOneUrl_AreOneGroupInTheOrderOfTheFirst()
    {
        using var folder = new TemporaryFolder();
        folder.Write("1.md", "[甲](https://news.example/a?utm_source=x)\n------\n文");
        folder.Write("2.md", "没有地址");
        folder.Write("3.md", "---\nfrom: HTTPS://News.example/b#x\n---\n文");
        folder.Write("4.md", "---\nfrom: https://news.example/a\n---\n[别](https://news.example/b)\n");
        folder.Write("5.md", "没有地址");

        IReadOnlyList<ArticleGroup> groups = Run(folder.Path);

        Assert.Equal(["https://news.example/a", "2.md", "https://news.example/b", "5.md"], groups.Select(group => group.Identity));
        Assert.Equal(["1.md", "4.md"], groups[0].Files.Select(file => file.RelativePath));
    }

    [Fact]
    public void Run_SamePathBelowTwoFolders_AreTwoArticles()
    {
        using var folder = new TemporaryFolder();
        folder.Write("x/1.md", "文");
        string second = folder.Write("y/1.md", "字");

        IReadOnlyList<ArticleGroup> groups = Run(folder.At("x"), folder.At("y"));

        Assert.Equal(["1.md", second], groups.Select(group => group.Identity));
    }

    [Fact]
    public void Run_LongFrontMatter_IsReadToItsEnd()
    {
        using var folder = new TemporaryFolder();
        folder.Write("1.md", "---\ntitle: 题\nnote: " + Texts.Repeat("很长", 20_000) + "\nfrom: https://news.example/a\n---\n文");
        string note = Texts.Repeat("x", 16_300);
        folder.Write("2.md", $"---\ntitle: 题\nnote: {note}\n---\n[题](https://news.example/a)\n------\n" + Texts.Repeat("文", 9000));

        Assert.Equal(["https://news.example/a"], Run(folder.Path).Select(group => group.Identity));
    }

    [Fact]
    public void Run_FilesThatCannotBeRead_HaveGroupsOfTheirOwn()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.At("1.md"), [0xFF, 0xFE, 0x00]);
        folder.Write("2.md", string.Empty);
        SourceFile[] files = [.. SourceFolder.Enumerate([folder.Path], default), Texts.File("gone.md")];

        IReadOnlyList<ArticleGroup> groups = ArticleSurvey.Run(files, 2, default);

        Assert.Equal(["1.md", "2.md", "gone.md"], groups.Select(group => group.Identity));
    }

    [Fact]
    public void Run_ManyFilesOnSeveralThreads_GivesTheSameAsOnOne()
    {
        using var folder = new TemporaryFolder();
        for (int i = 0; i < 300; i++)
        {
            folder.Write($"{i:000}.md", $"[题](https://news.example/{i % 70})\n------\n文");
        }

        SourceFile[] files = [.. SourceFolder.Enumerate([folder.Path], default)];

        string one = Describe(ArticleSurvey.Run(files, 1, default));
        string several = Describe(ArticleSurvey.Run(files, 4, default));

        Assert.Equal(one, several);
    }

    [Fact]
    public void Run_Cancelled_Throws()
    {
        var cancelled = new CancellationToken(canceled: true);

        Assert.ThrowsAny<OperationCanceledException>(() => ArticleSurvey.Run([Texts.File("1.md")], 1, cancelled));
    }

    private static IReadOnlyList<ArticleGroup> Run(params string[] paths) =>
        ArticleSurvey.Run([.. SourceFolder.Enumerate(paths, default)], 2, default);

    private static string Describe(IReadOnlyList<ArticleGroup> groups) =>
        string.Join('\n', groups.Select(group => $"{group.Identity}: {string.Join(',', group.Files.Select(file => file.RelativePath))}"));
}
