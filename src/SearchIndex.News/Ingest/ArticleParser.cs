using System.Net;
using System.Text.RegularExpressions;

namespace SearchIndex.News.Ingest;

/// <summary>Turns the text of a file into an article: head, body, and what both tell together.</summary>
internal static partial class ArticleParser
{
    /// <summary>Programs escape titles once too often; twice is enough to undo that.</summary>
    private const int MaxEntityRounds = 2;

    /// <summary>Returns the article, or null when the text has neither a title nor a paragraph.</summary>
    /// <param name="text">The whole text of the file.</param>
    /// <param name="file">The file, for its path.</param>
    /// <param name="identity">The identity of its group, or null to take that of the file itself.</param>
    internal static Article? Parse(string text, SourceFile file, string? identity)
    {
        ArticleHead head = HeadParser.Parse(text);
        ExtractedBody body = BodyExtractor.Extract(text.AsMemory(head.BodyStart));
        string? givenTitle = TitleOf(head) ?? TitleOf(body);
        string title = givenTitle ?? TitleOf(file);
        List<string> paragraphs = BoilerplateFilter.Filter(body.Paragraphs, title);
        if (givenTitle is null && paragraphs.Count == 0)
        {
            return null;
        }

        Outlet outlet = OutletCatalog.Resolve(head.FrontMatter, head.Url);
        PublishedDate published = PublishedDateFinder.Find(head, body.Paragraphs, NameOf(file));
        Byline byline = BylineFinder.Find(head.FrontMatter.Author, outlet, body.Paragraphs);
        return new Article
        {
            Id = ArticleId.Of(identity ?? ArticleId.IdentityOf(head, file)),
            Title = title,
            Url = head.Url,
            Outlet = outlet,
            Author = byline.Author,
            Editors = byline.Editors,
            Published = published.Value,
            PublishedEvidence = published.Evidence,
            Script = ScriptDetector.Detect(title, paragraphs),
            Paragraphs = paragraphs,
            Tags = head.FrontMatter.Tags,
            Categories = head.FrontMatter.Categories,
            Sources = [file.RelativePath],
        };
    }

    private static string? TitleOf(ArticleHead head) => Decode(head.FrontMatter.Title) ?? Decode(head.LinkTitle);

    private static string? TitleOf(ExtractedBody body)
    {
        foreach (BodyParagraph paragraph in body.Paragraphs)
        {
            if (paragraph.Kind == BodyParagraphKind.Heading)
            {
                return paragraph.Text;
            }
        }

        return body.PageTitle;
    }

    private static string TitleOf(SourceFile file)
    {
        string name = TextCleaner.Clean(Path.GetFileNameWithoutExtension(NameOf(file)));
        string undated = DatePrefix().Replace(name, string.Empty);
        return undated.Length > 0 ? undated : name;
    }

    private static string NameOf(SourceFile file) => file.RelativePath[(file.RelativePath.LastIndexOf('/') + 1)..];

    private static string? Decode(string? title)
    {
        for (int round = 0; round < MaxEntityRounds && title is not null && title.Contains('&'); round++)
        {
            title = WebUtility.HtmlDecode(title);
        }

        string clean = TextCleaner.Clean(title ?? string.Empty);
        return clean.Length > 0 ? clean : null;
    }

    [GeneratedRegex(@"^(?:19|20)\d\d[-_.]?\d\d[-_.]?\d\d[-_. ]+", RegexOptions.CultureInvariant)]
    private static partial Regex DatePrefix();
}
