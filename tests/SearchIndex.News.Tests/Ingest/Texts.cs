using SearchIndex.News.Ingest;

namespace SearchIndex.News.Tests.Ingest;

/// <summary>Makes articles and bodies of texts, without files.</summary>
internal static class Texts
{
    /// <summary>Parses the text of a file of that name, which must become an article.</summary>
    internal static Article Article(string text, string path = "article.md") =>
        ArticleParser.Parse(text, File(path), identity: null) ?? throw new InvalidOperationException("the text became no article");

    /// <summary>Returns the paragraphs that an article of this body has.</summary>
    internal static IReadOnlyList<string> Paragraphs(string body) => Article("[题](https://news.example/1)\n------\n\n" + body).Paragraphs;

    /// <summary>Returns all paragraphs of a body, those included that are left out later.</summary>
    internal static IReadOnlyList<string> RawParagraphs(string body) =>
        [.. BodyExtractor.Extract(body, start: 0, byteStart: 0).Paragraphs.Select(paragraph => paragraph.Text)];

    /// <summary>Makes a file that need not exist.</summary>
    internal static SourceFile File(string path) => new("/archive/" + path, path, 1, DateTime.UnixEpoch);

    /// <summary>Repeats a text.</summary>
    internal static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
