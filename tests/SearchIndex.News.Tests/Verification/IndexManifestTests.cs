using System.Security.Cryptography;
using SearchIndex.News.Tests.Updates;
using SearchIndex.News.Verification;

namespace SearchIndex.News.Tests.Verification;

public sealed class IndexManifestTests
{
    [Fact]
    public void Of_Index_NamesEveryFileWithSizeAndHash()
    {
        using UpdateFolder folder = new UpdateFolder().Write("a.md", "甲");
        folder.Rebuild();

        IndexManifest manifest = IndexManifest.Of(folder.Index);

        string[] files = [.. Directory.GetFiles(folder.Index).Where(file => Path.GetFileName(file) != "write.lock").Order(StringComparer.Ordinal)];
        Assert.Equal(files.Select(file => Path.GetFileName(file)), manifest.Files.Select(file => file.Name));
        Assert.Equal(files.Select(file => new FileInfo(file).Length), manifest.Files.Select(file => file.SizeBytes));
        Assert.Equal(
            files.Select(file => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))), manifest.Files.Select(file => file.Sha256));
        Dictionary<string, string> facts = manifest.Facts.ToDictionary();
        Assert.Equal("Lucene87", facts["codec"]);
        Assert.Equal("segments_1", facts["commit"]);
        Assert.Equal("rebuild --max-segments 5 --buffer 256", facts["note options"]);
        Assert.Contains("note parserVersion", facts.Keys);
    }

    [Fact]
    public void Parse_Text_GivesTheManifestBack()
    {
        using UpdateFolder folder = new UpdateFolder().Write("a.md", "甲");
        folder.Rebuild();
        IndexManifest manifest = IndexManifest.Of(folder.Index);

        IndexManifest parsed = IndexManifest.Parse(manifest.ToText().ReplaceLineEndings("\r\n"));

        Assert.Equal(manifest.Facts, parsed.Facts);
        Assert.Equal(manifest.Files, parsed.Files);
    }

    [Theory]
    [InlineData("", "first line")]
    [InlineData("something else", "first line")]
    [InlineData("searchindex manifest 2\n\n", "version 2")]
    [InlineData("searchindex manifest 1\nfiles = 0", "ends before its files")]
    [InlineData("searchindex manifest 1\ncommit\n\nx", "'name = value'")]
    [InlineData("searchindex manifest 1\nfiles = 2\n\n0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef 1 a", "incomplete")]
    [InlineData("searchindex manifest 1\nfiles = 1\n\nabc 12 _0.fdt", "'sha256 size name'")]
    public void Parse_OtherText_IsRefusedWithAReason(string text, string reason)
    {
        FormatException problem = Assert.Throws<FormatException>(() => IndexManifest.Parse(text));

        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_TextCutShort_IsRefused()
    {
        using UpdateFolder folder = new UpdateFolder().Write("a.md", "甲");
        folder.Rebuild();
        string[] lines = IndexManifest.Of(folder.Index).ToText().TrimEnd('\n').Split('\n');

        for (int count = 0; count < lines.Length; count++)
        {
            Assert.Throws<FormatException>(() => IndexManifest.Parse(string.Join('\n', lines[..count])));
        }
    }
}
