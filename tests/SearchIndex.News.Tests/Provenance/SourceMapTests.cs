using System.Text;
using SearchIndex.News.Ingest;
using SearchIndex.News.Provenance;
using SearchIndex.News.Tests.Judge;
using SearchIndex.Testing;

namespace SearchIndex.News.Tests.Provenance;

public sealed class SourceMapTests : IDisposable
{
    private const int Seed = 23;
    private const int RangesPerFile = 6;

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("<p>北约</p><p>日本</p>", "北约</p><p>日本")]
    [InlineData("<p>北<b>约</b>在<i>东京</i></p>", "北<b>约</b>在<i>东京")]
    [InlineData("<p>A&amp;B &lt;甲&#x4e59;&hellip;</p>", "A&amp;B &lt;甲&#x4e59;&hellip;")]
    [InlineData("<p>A&ampB&copy</p>", "A&ampB&copy")]
    [InlineData("<p>𠮷野家𨨏</p>", "𠮷野家𨨏")]
    [InlineData("<p>　　甲 \n\t 乙&nbsp;</p>", "甲 \n\t 乙")]
    [InlineData("<p>甲\u200B乙&#8203;丙</p>", "甲\u200B乙&#8203;丙")]
    [InlineData("<p title=\"a>b\" class=x>甲<br/>乙</p>", "甲<br/>乙")]
    [InlineData("<p>甲<!-- 丙 <p> -->乙</p>", "甲<!-- 丙 <p> -->乙")]
    [InlineData("<p>1 < 2 & 3</p>", "1 < 2 & 3")]
    [InlineData("<style>p{}</style><p>甲</p><script>if (a<b) c('</p>');</script>", "甲")]
    [InlineData("甲\n乙\n", "甲\n乙")]
    [InlineData("# 题目二\n甲[乙](https://a.example/甲)丙 &amp; 丁", "题目二\n甲[乙](https://a.example/甲)丙 &amp; 丁")]
    [InlineData("<iframe src=x/><p>甲乙</p>", "甲乙")]
    [InlineData("<textarea><p>甲</textarea><p>乙&lt;丙</p>", "乙&lt;丙")]
    [InlineData("<p>甲</p><unknown a='>'>乙</unknown>", "甲</p><unknown a='>'>乙")]
    public void Find_WholeBody_IsWhereItStands(string body, string expected)
    {
        byte[] file = Encoding.UTF8.GetBytes("[北约的题](https://news.example/1)\n------\n\n" + body);

        Article article = Read(file);
        string text = string.Join('\n', article.Paragraphs);
        SourceRange range = article.BodySource!.Find(text, 0, text.Length, article.Sources[0])!;

        Assert.Equal(expected, Encoding.UTF8.GetString(file[range.Start..range.End]));
        Assert.Equal("article.md", range.Path);
        Assert.Null(SourceProof.FindWrong(file, range, text));
    }

    [Theory]
    [InlineData("---\ntitle: \"北约“&quot;说”\"\nfrom: https://a.example/1\n---\n<p>甲</p>", "北约“&quot;说”")]
    [InlineData("---\ntitle: \"他说\\\"好\\\"\"\nfrom: https://a.example/1\n---\n<p>甲</p>", "他说\\\"好\\\"")]
    [InlineData("---\ntitle: '他说''好'' '\n---\n<p>甲</p>", "他说''好''")]
    [InlineData("---\ntitle: 北约\n  日本\n---\n<p>甲</p>", "北约\n  日本")]
    [InlineData("[北约](https://a.example/1)\n---\n<p>甲</p>", "北约")]
    [InlineData("[北约&amp;quot;](https://a.example/1)\n---\n<p>甲</p>", "北约&amp;quot;")]
    [InlineData("<html><head><title>北约 &lt;日本&gt;</title></head><body><p>甲</p></body></html>", "北约 &lt;日本&gt;")]
    [InlineData("<div>甲</div><h1>北<b>约</b></h1><p>乙</p>", "北<b>约")]
    [InlineData("# 北约\n甲", "北约")]
    public void Find_Title_IsWhereItStands(string text, string expected)
    {
        byte[] file = [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)];

        Article article = Read(file);
        SourceRange range = article.TitleSource!.Find(article.Title, 0, article.Title.Length, article.Sources[0])!;

        Assert.Equal(expected, Encoding.UTF8.GetString(file[range.Start..range.End]));
        Assert.Null(SourceProof.FindWrong(file, range, article.Title));
    }

    [Fact]
    public void TitleSource_OfAFileName_IsNull()
    {
        Assert.Null(Read(Encoding.UTF8.GetBytes("<p>甲</p>")).TitleSource);
    }

    [Fact]
    public void Find_TextLeftOutBetween_IsTold()
    {
        byte[] file = Encoding.UTF8.GetBytes("[题](https://news.example/1)\n------\n\n<p>甲</p><script>var a = 1;</script><div class=\"share\">分享 <b>到</b></div><p>乙</p>");

        Article article = Read(file);
        SourceRange range = article.BodySource!.Find("甲\n乙", 0, 3, "a")!;
        ByteSpan leftOut = Assert.Single(range.LeftOut);

        Assert.StartsWith("var a", Encoding.UTF8.GetString(file[leftOut.Start..leftOut.End]), StringComparison.Ordinal);
        Assert.EndsWith("到", Encoding.UTF8.GetString(file[leftOut.Start..leftOut.End]), StringComparison.Ordinal);
        Assert.Null(SourceProof.FindWrong(file, range, "甲\n乙"));
    }

    [Fact]
    public void Find_TextThatTheParserMoved_IsNotClaimedToBeOnePiece()
    {
        byte[] file = Encoding.UTF8.GetBytes("[题](https://news.example/1)\n------\n\n<table>表中的第一个格子前面<tr><td>表里的文字是这样的</td></tr></table><p>后面的文字也有一些</p>");

        Article article = Read(file);
        string text = string.Join('\n', article.Paragraphs);

        Assert.Equal("表中的第一个格子前面\n表里的文字是这样的\n后面的文字也有一些", text);
        AssertProven(file, article, text, 0, 10);
        AssertProven(file, article, text, 11, 20);
        AssertProven(file, article, text, 21, 30);
    }

    [Fact]
    public void Find_HalfACharacterReference_IsNull()
    {
        // The reference stands for two characters.
        Article article = Read(Encoding.UTF8.GetBytes("[题](https://news.example/1)\n------\n\n<p>甲&NotEqualTilde;乙</p>"));
        string text = article.Paragraphs[0];

        Assert.Equal("甲≂̸乙", text);
        Assert.Null(article.BodySource!.Find(text, 0, 2, "a"));
        Assert.Null(article.BodySource!.Find(text, 2, 4, "a"));
        Assert.NotNull(article.BodySource!.Find(text, 1, 3, "a"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("////////////////")]
    [InlineData("北约")]
    [InlineData("CAAAAAAAAAAAAAAA")]
    [InlineData("DDDDDDDDDDDD")]
    public void Find_DamagedMap_GivesSomethingOrNothing(string packed)
    {
        var map = new SourceMap(packed);

        _ = map.Find("北约与日本", 1, 4, "a");
    }

    [Fact]
    public void Find_SampleArchive_ProvesEveryRange() => AssertProven(NewsArchives.Sample, every: 1);

    [SharedFact]
    public void Find_NewsFiles_ProvesEveryRange() => AssertProven(NewsArchives.UnpackKitNews(_folder.Path), every: 5);

    public void Dispose() => _folder.Dispose();

    private Article Read(byte[] file)
    {
        string path = _folder.At("article.md");
        File.WriteAllBytes(path, file);
        SourceFile source = Assert.Single(SourceFolder.Enumerate([_folder.Path], CancellationToken.None));
        return ArticleReader.ReadFile(source).Article!;
    }

    /// <summary>Proves the titles of files, and random parts of their bodies.</summary>
    private static void AssertProven(string archive, int every)
    {
        SourceFile[] files = [.. SourceFolder.Enumerate([archive], CancellationToken.None).Where((_, number) => number % every == 0)];
        Parallel.ForEach(files, file =>
        {
            if (ArticleReader.ReadFile(file).Article is not { } article)
            {
                return;
            }

            byte[] bytes = File.ReadAllBytes(file.FullPath);
            var random = new Random(Seed);
            string text = string.Join('\n', article.Paragraphs);
            for (int i = 0; i < RangesPerFile && text.Length > 0; i++)
            {
                int start = random.Next(text.Length);
                int end = Math.Min(text.Length, start + random.Next(1, 300));
                AssertProven(bytes, article, text, start - (char.IsLowSurrogate(text[start]) ? 1 : 0), end - (char.IsHighSurrogate(text[end - 1]) ? 1 : 0));
            }

            SourceRange? title = article.TitleSource?.Find(article.Title, 0, article.Title.Length, article.Sources[0]);
            Assert.True(title is not null && SourceProof.FindWrong(bytes, title, article.Title) is null, $"{file.FullPath}: {article.Title}");
        });
    }

    private static void AssertProven(byte[] file, Article article, string text, int start, int end)
    {
        if (start >= end || string.IsNullOrWhiteSpace(text[start..end]))
        {
            return;
        }

        SourceRange? range = article.BodySource!.Find(text, start, end, article.Sources[0]);

        Assert.True(range is not null, $"seed {Seed}, {article.Sources[0]}: {start} to {end} of {article.Title} stands nowhere");
        string? wrong = SourceProof.FindWrong(file, range, text[start..end]);
        Assert.True(wrong is null, $"seed {Seed}, {article.Sources[0]}: {wrong}");
    }
}
