using System.Text;
using SearchIndex.News.Query.Saved;
using SearchIndex.Testing;

namespace SearchIndex.News.Tests.Query.Saved;

public sealed class ArticleJournalFileTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();

    private string PathOfFile => _folder.At("index.first-seen");

    [Fact]
    public void Read_WrittenJournal_IsTheSame()
    {
        ArticleJournal written = Journal();

        ArticleJournalFile.Write(PathOfFile, written);
        ArticleJournal read = ArticleJournalFile.Read(PathOfFile)!;

        Assert.Equal(6, read.Count);
        Assert.Equal(written.Newest(10), read.Newest(10));
        Assert.Equal([(4UL, Noon.AddTicks(7)), (ulong.MaxValue, Noon.AddTicks(7)), (3UL, Noon)], read.Newest(3));
        Assert.Equal(0, read.Note([1, 2, 3, 4], Noon.AddDays(1)));
        Assert.Equal(["index.first-seen"], Directory.EnumerateFiles(_folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void Read_NoFile_IsNull()
    {
        Assert.Null(ArticleJournalFile.Read(PathOfFile));
    }

    [Fact]
    public void Read_EveryTruncationAndFlippedByte_IsRefused()
    {
        ArticleJournalFile.Write(PathOfFile, Journal());
        byte[] bytes = File.ReadAllBytes(PathOfFile);

        for (int length = 0; length < bytes.Length; length++)
        {
            File.WriteAllBytes(PathOfFile, bytes[..length]);
            Assert.Throws<InvalidDataException>(() => ArticleJournalFile.Read(PathOfFile));
        }

        for (int place = 0; place < bytes.Length; place++)
        {
            byte[] damaged = [.. bytes];
            damaged[place] ^= 1;
            File.WriteAllBytes(PathOfFile, damaged);
            Assert.Throws<InvalidDataException>(() => ArticleJournalFile.Read(PathOfFile));
        }
    }

    [Theory]
    [InlineData("# something else\n")]
    [InlineData("# searchindex first seen 1\n@ yesterday\n")]
    [InlineData("# searchindex first seen 1\n@ beginning\nnot an id\n")]
    public void Read_WholeFileOfAnotherKind_IsRefused(string lines)
    {
        byte[] bytes = Encoding.ASCII.GetBytes(lines);
        string digest = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
        File.WriteAllText(PathOfFile, $"{lines}# SHA-256 {digest}\n");

        Assert.Throws<InvalidDataException>(() => ArticleJournalFile.Read(PathOfFile));
    }

    public void Dispose() => _folder.Dispose();

    private static ArticleJournal Journal()
    {
        var journal = new ArticleJournal();
        journal.Note([1, 2], time: null);
        journal.Note([3, 0x00ff], Noon);
        journal.Note([4, ulong.MaxValue], Noon.AddTicks(7));
        return journal;
    }
}
