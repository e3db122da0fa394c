using System.Text;
using SearchIndex.News.Ingest;
using SearchIndex.News.Provenance;
using SearchIndex.Testing;

namespace SearchIndex.News.Tests.Ingest;

/// <summary>Random files: reading one never throws, always ends, and what it gives keeps the rules.</summary>
public sealed class ArticleFuzzTests
{
    private static readonly string[] Pieces =
    [
        "---\n", "\n---\n", "title: ", "date: 2024-01-01\n", "from: https://news.example/", "tags: [ ", " ]\n", "\"", "'", ": ", "- ", "{", "}",
        "&a ", "*a ", "!!x ", "|\n", ">\n", "<!--", "-->", "<!--NaN-->", "1700000000000", "[", "](", ")", "https://news.example/a", "------\n",
        "\r\n", "\n", "\t", " ", "　", "\u00A0", "\u200B", "\uFEFF", "\0", "\u0085",
        "<p>", "</p>", "<div class=share>", "<div class='ad'", "</div>", "<br>", "<b>", "</b>", "<i>", "<a href=whatsapp://send>", "</a>",
        "<table>", "<tr>", "<td>", "</table>", "<li>", "<ul>", "</ul>", "<h1>", "</h2>", "<script>", "</script>", "<style>", "<svg>", "<math>",
        "<select>", "<option>", "<template>", "<iframe/>", "<textarea>", "<title>", "<pre>", "<p", "<frameset>", "<body>", "</body>", "</html>",
        "<noscript>", "<plaintext>", "<", ">", "/", "=", "&amp;", "&#xD800;", "&#0;", "&lt", "&", "<![CDATA[", "]]>", "<?x?>", "<!doctype html>",
        "中文", "記者", "作者：", "责编：", "（中央社", "電）", "2024年3月25日", "25/03/2024 - 13:42", "2024-01-01T00:00:00Z", "© 2020",
        "获取更多RSS", "分享", "😀", "e\u0301", "國", "国",
    ];

    [Theory]
    [InlineData(1, 40)]
    [InlineData(2, 400)]
    [InlineData(3, 4000)]
    public void Parse_RandomMarkup_KeepsTheRules(int seed, int length)
    {
        var random = new Random(seed);
        for (int round = 0; round < 40_000 / length; round++)
        {
            string text = string.Concat(Enumerable.Range(0, length).Select(_ => Pieces[random.Next(Pieces.Length)]));

            Article? article = ArticleParser.Parse(text, Texts.File("2024-01-01.md"), identity: null);

            CheckRules(article, $"seed {seed}, length {length}, round {round}");
            CheckPlaces(article, Encoding.UTF8.GetByteCount(text), $"seed {seed}, length {length}, round {round}");
        }
    }

    [Fact]
    public void Read_RandomBytes_GivesArticlesOrProblems()
    {
        const int Seed = 4;
        var random = new Random(Seed);
        using var folder = new TemporaryFolder();
        for (int i = 0; i < 200; i++)
        {
            byte[] bytes = new byte[random.Next(2000)];
            random.NextBytes(bytes);
            File.WriteAllBytes(folder.At($"{i}.html"), bytes);
        }

        SourceFile[] files = [.. SourceFolder.Enumerate([folder.Path], default)];
        foreach (ArticleGroup group in ArticleSurvey.Run(files, 2, default))
        {
            ArticleReading reading = ArticleReader.Read(group);

            Assert.Equal(group.Files.Count, (reading.Article is null ? 0 : 1) + reading.Copies + reading.Problems.Count);
            Assert.DoesNotContain(reading.Problems, problem => problem.Kind == ArticleProblemKind.Failed);
        }
    }

    [Fact]
    public void Read_ArticleWithFlippedBytes_GivesArticlesOrProblems()
    {
        const int Seed = 5;
        var random = new Random(Seed);
        byte[] good = Encoding.UTF8.GetBytes(
            "---\ntitle: \"某题\"\ndate: 2024-07-24T01:45:53Z\nauthor: 某报\nfrom: https://news.example/a\ntags: [ 某报 ]\n---\n"
            + "<!--1700000000000-->\n[某题](https://news.example/a)\n------\n\n<div><p>第一段<b>重点</b></p><ul><li>项</li></ul><div>作者：某甲</div></div>");
        using var folder = new TemporaryFolder();
        for (int round = 0; round < 500; round++)
        {
            byte[] bytes = [.. good];
            for (int i = 0; i < 1 + (round % 3); i++)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            string path = folder.At("x.md");
            File.WriteAllBytes(path, bytes);

            ArticleReading reading = ArticleReader.ReadFile(SourceFolder.Enumerate([path], default).Single());

            CheckRules(reading.Article, $"seed {Seed}, round {round}");
            Assert.DoesNotContain(reading.Problems, problem => problem.Kind == ArticleProblemKind.Failed);
        }
    }

    private static void CheckRules(Article? article, string what)
    {
        if (article is null)
        {
            return;
        }

        foreach (string text in article.Paragraphs.Append(article.Title))
        {
            Assert.True(text.Length > 0 && text == TextCleaner.Clean(text), $"{what}: not clean: {text}");
            Assert.False(text.AsSpan().ContainsAny('\n', '\r', '\0'), $"{what}: control character in {text}");
            Assert.True(IsWellFormed(text), $"{what}: lone surrogate in {text}");
        }
    }

    /// <summary>Wherever the markup is broken, a place is in the file or unknown.</summary>
    private static void CheckPlaces(Article? article, int fileBytes, string what)
    {
        string text = string.Join('\n', article?.Paragraphs ?? []);
        for (int start = 0; start < text.Length; start++)
        {
            int end = Math.Min(text.Length, start + 1 + (start % 7));
            if (article!.BodySource!.Find(text, start, end, "x") is not { } range)
            {
                continue;
            }

            ByteSpan[] spans = [.. range.LeftOut, new ByteSpan(range.End, fileBytes)];
            int at = range.Start;
            foreach (ByteSpan span in spans)
            {
                Assert.True(at >= 0 && at <= span.Start && span.Start <= span.End, $"{what}: {range}");
                at = span.End;
            }
        }
    }

    private static bool IsWellFormed(string text)
    {
        // Where a surrogate stands alone the runes have the replacement character, which differs.
        return string.Concat(text.EnumerateRunes()) == text;
    }
}
