using SearchIndex.News.Ingest;
using SearchIndex.Testing;

namespace SearchIndex.News.Tests.Ingest;

public sealed class SourceFolderTests
{
    [Fact]
    public void Enumerate_Folder_FindsItsFilesInOrdinalOrder()
    {
        using var folder = new TemporaryFolder();
        string[] names =
            ["b.md", "a/z.txt", "a/b/c.HTML", "a.md", "B.txt", "x.jpg", "md", "a/文.md", ".hidden/h.md", "甲\n乙.md", "c\\d.md"];
        foreach (string name in names)
        {
            folder.Write(name, "文");
        }

        string[] paths = [.. SourceFolder.Enumerate([folder.Path], default).Select(file => file.RelativePath)];

        string[] expected = [".hidden/h.md", "B.txt", "a.md", "a/b/c.HTML", "a/z.txt", "a/文.md", "b.md", "c\\d.md", "甲\n乙.md"];
        Assert.Equal(expected, paths);
    }

    [Fact]
    public void Enumerate_Folder_DescribesItsFiles()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("a/b.md", "文字");

        SourceFile file = Assert.Single(SourceFolder.Enumerate([folder.Path + "/"], default));

        Assert.Equal(path, file.FullPath);
        Assert.Equal("a/b.md", file.RelativePath);
        Assert.Equal(6, file.LengthBytes);
        Assert.Equal(File.GetLastWriteTimeUtc(path), file.LastWriteUtc);
    }

    [Fact]
    public void Enumerate_SingleFile_HasItsNameAsPath()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("a/b.text", "文字");

        SourceFile file = Assert.Single(SourceFolder.Enumerate([path], default));

        Assert.Equal("b.text", file.RelativePath);
        Assert.Equal(path, file.FullPath);
        Assert.Equal(6, file.LengthBytes);
    }

    [Fact]
    public void Enumerate_SeveralPaths_GoesPathAfterPathAndGivesEachFileOnce()
    {
        using var folder = new TemporaryFolder();
        folder.Write("b/1.md", "文");
        folder.Write("a/2.md", "文");

        IEnumerable<SourceFile> files = SourceFolder.Enumerate([folder.At("b"), folder.Path, folder.At("a", "2.md")], default);

        Assert.Equal(["1.md", "a/2.md"], files.Select(file => file.RelativePath));
    }

    [Fact]
    public void Enumerate_LinksToFolders_AreNotFollowed()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a/1.md", "文");
        Directory.CreateSymbolicLink(folder.At("a", "loop"), folder.Path);
        File.CreateSymbolicLink(folder.At("b.md"), folder.At("a", "1.md"));

        Assert.Equal(["a/1.md", "b.md"], SourceFolder.Enumerate([folder.Path], default).Select(file => file.RelativePath));
    }

    [Fact]
    public void Enumerate_LinksToFiles_AreFollowedWithinTheFolderOnly()
    {
        using var folder = new TemporaryFolder();
        folder.Write("archive/a/1.md", "文");
        folder.Write("beside/2.md", "文");
        folder.Write("archive-beside/3.md", "文");
        Directory.CreateSymbolicLink(folder.At("archive", "folder"), folder.At("beside", "inner"));
        Directory.CreateSymbolicLink(folder.At("archive-link"), folder.At("archive"));
        string[] links = ["in.md", "absolute.md", "relative.md", "sibling.md", "roundabout.md", "circle.md", "dots.md"];
        string[] targets =
        [
            "a/../a/1.md", folder.At("beside", "2.md"), "../beside/2.md", "../archive-beside/3.md", "folder/2.md", "circle.md", "folder/../2.md",
        ];
        folder.Write("archive/2.md", "文");
        folder.Write("beside/inner/2.md", "文");
        for (int link = 0; link < links.Length; link++)
        {
            File.CreateSymbolicLink(folder.At("archive", links[link]), targets[link]);
        }

        Assert.Equal(["2.md", "a/1.md", "in.md"], SourceFolder.Enumerate([folder.At("archive")], default).Select(file => file.RelativePath));
        Assert.Equal(["2.md", "a/1.md", "in.md"], SourceFolder.Enumerate([folder.At("archive-link")], default).Select(file => file.RelativePath));
    }

    [Fact]
    public void Enumerate_MissingPath_IsReportedAtOnce()
    {
        using var folder = new TemporaryFolder();

        Assert.Throws<DirectoryNotFoundException>(() => SourceFolder.Enumerate([folder.At("none")], default));
        Assert.Throws<FileNotFoundException>(() => SourceFolder.Enumerate([folder.Path, folder.At("none.md")], default));
    }

    [Fact]
    public void Enumerate_Cancelled_Stops()
    {
        using var folder = new TemporaryFolder();
        folder.Write("1.md", "文");

        var cancelled = new CancellationToken(canceled: true);

        Assert.Throws<OperationCanceledException>(() => SourceFolder.Enumerate([folder.Path], cancelled).ToList());
    }
}
