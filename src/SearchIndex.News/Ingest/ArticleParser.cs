using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using SearchIndex.News.Provenance;

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
    /// <param name="byteStart">The byte of the file at which the text begins.</param>
    internal static Article? Parse(string text, SourceFile file, string? identity, int byteStart = 0)
    {
        ArticleHead head = HeadParser.Parse(text);
        int bodyByteStart = byteStart + Encoding.UTF8.GetByteCount(text.AsSpan(0, head.BodyStart));
        ExtractedBody body = BodyExtractor.Extract(text, head.BodyStart, bodyByteStart);
        string? headTitle = TitleOf(head);
        (string Text, SourceMap? Map, FactSource Source)? givenTitle = headTitle is not null
            ? (headTitle, TitlePlaces.InHead(text.AsSpan(0, head.BodyStart), byteStart, headTitle), TitleSourceOf(head))
            : TitleOf(body);
        string title = givenTitle?.Text ?? TitleOf(file);
        List<BodyParagraph> kept = BoilerplateFilter.Filter(body.Paragraphs, title);
        if (givenTitle is null && kept.Count == 0)
        {
            return null;
        }

        List<string> paragraphs = kept.ConvertAll(paragraph => paragraph.Text);

        (Outlet outlet, FactSource outletSource) = OutletCatalog.Resolve(head.FrontMatter, head.Url);
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
            Evidence = new ArticleEvidence(givenTitle?.Source ?? FactSource.FileName, head.UrlSource, outletSource, byline.AuthorSource),
            TitleSource = givenTitle?.Map,
            BodySource = MapOf(kept, body.Letters),
            Tags = head.FrontMatter.Tags,
            Categories = head.FrontMatter.Categories,
            Sources = [file.RelativePath],
        };
    }

    private static string? TitleOf(ArticleHead head) => Decode(head.FrontMatter.Title) ?? Decode(head.LinkTitle);

    private static FactSource TitleSourceOf(ArticleHead head) => Decode(head.FrontMatter.Title) is null ? FactSource.HeadLink : FactSource.FrontMatter;

    private static SourceMap MapOf(List<BodyParagraph> paragraphs, TracedText letters)
    {
        var writer = new SourceMapWriter(letters.FindLetters);
        for (int i = 0; i < paragraphs.Count; i++)
        {
            if (i > 0)
            {
                writer.AddBorder();
            }

            writer.Add(paragraphs[i].Text, paragraphs[i].Places.Span);
        }

        return writer.ToMap();
    }

    private static (string Text, SourceMap? Map, FactSource Source)? TitleOf(ExtractedBody body)
    {
        foreach (BodyParagraph paragraph in body.Paragraphs)
        {
            if (paragraph.Kind == BodyParagraphKind.Heading)
            {
                return (paragraph.Text, TitlePlaces.InParagraph(paragraph), FactSource.Text);
            }
        }

        return body.PageTitle is { } title ? (title, TitlePlaces.InLetters(body.Letters, title), FactSource.PageTitle) : null;
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
