using System.Globalization;
using System.Text;
using SearchIndex.News.Ingest;

namespace SearchIndex.News.Inbox;

/// <summary>A given article as a file of an archive: front matter, a line of dashes, the body as HTML.</summary>
public sealed class ArticleFile
{
    /// <summary>The largest number of UTF-16 units of an address.</summary>
    public const int MaxUrlLength = 2000;

    /// <summary>The largest number of UTF-16 units of a title.</summary>
    public const int MaxTitleLength = 1000;

    /// <summary>The largest number of UTF-16 units of an author and of a tag.</summary>
    public const int MaxNameLength = 200;

    /// <summary>The most tags.</summary>
    public const int MaxTags = 50;

    private const string Fence = "---\n";
    private const string EndOfHead = "------\n\n";

    private ArticleFile(string id, byte[] bytes)
    {
        Id = id;
        Bytes = bytes;
    }

    /// <summary>Gets the id that the article has in the index: that of its address.</summary>
    public string Id { get; }

    /// <summary>Gets what the file holds.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Makes the file of an article, and reads it as the index will, so that what is taken is found.</summary>
    /// <param name="given">The article.</param>
    /// <param name="problem">Why there is no file; null when there is one.</param>
    public static ArticleFile? Create(GivenArticle given, out GivenArticleProblem? problem)
    {
        ArgumentNullException.ThrowIfNull(given);
        problem = ProblemOf(given);
        if (problem is not null)
        {
            return null;
        }

        string id = ArticleId.Of(CanonicalUrl.Of(given.Url)!);
        byte[] bytes = Encoding.UTF8.GetBytes(Compose(given));
        problem = ProblemOf(bytes, id);
        return problem is null ? new ArticleFile(id, bytes) : null;
    }

    private static GivenArticleProblem? ProblemOf(GivenArticle given)
    {
        if (given.Url.Length > MaxUrlLength || CanonicalUrl.Of(given.Url) is null)
        {
            return Wrong("url", $"an address with http or https, of up to {MaxUrlLength} UTF-16 units");
        }

        if (given.Title.Length > MaxTitleLength || TextCleaner.Clean(given.Title).Length == 0)
        {
            return Wrong("title", $"a text of up to {MaxTitleLength} UTF-16 units");
        }

        if (string.IsNullOrWhiteSpace(given.Html) == string.IsNullOrWhiteSpace(given.Text))
        {
            return Wrong("html", "either html or text, not both");
        }

        if (given.Published is { } published && !DateForms.TryParseAny(published.Trim(), out _))
        {
            return Wrong("published", "a date such as 2024-03-25T12:45:03Z or 2024-03-25");
        }

        if (given.Outlet is { } outlet && OutletCatalog.Find(outlet) is null)
        {
            return Wrong("outlet", "the name or the id of a known outlet, or nothing: then the host of the address is the outlet");
        }

        if (given.Author?.Length > MaxNameLength)
        {
            return Wrong("author", $"a name of up to {MaxNameLength} UTF-16 units");
        }

        return given.Tags is { } tags && (tags.Count > MaxTags || tags.Any(tag => tag is null || tag.Length > MaxNameLength))
            ? Wrong("tags", $"up to {MaxTags} texts of up to {MaxNameLength} UTF-16 units")
            : null;
    }

    /// <summary>The reader of files has the last word: about bytes that are no text, and about whose article it is.</summary>
    private static GivenArticleProblem? ProblemOf(byte[] bytes, string id)
    {
        TextDecoding decoding = TextDecoder.Decode(bytes);
        if (decoding.Text is null)
        {
            return Wrong("html", $"a body that is text: {decoding.Reason}");
        }

        var file = new SourceFile(id, id, bytes.Length, DateTime.UnixEpoch);
        Article? article = bytes.Length <= ArticleReader.MaxFileBytes ? ArticleParser.Parse(decoding.Text, file, identity: null) : null;
        return article?.Id == id ? null : Wrong("url", "an article that can be kept as a file");
    }

    private static string Compose(GivenArticle given)
    {
        var text = new StringBuilder(Fence);
        Append(text, "title", given.Title);
        Append(text, "from", given.Url);
        Append(text, "date", given.Published);
        Append(text, "author", given.Author);
        AppendList(text, "categories", given.Outlet is { } outlet ? [OutletCatalog.Find(outlet)!.Name] : []);
        AppendList(text, "tags", given.Tags ?? []);
        text.Append(Fence).Append('\n').Append(EndOfHead);
        return (string.IsNullOrWhiteSpace(given.Html) ? AppendParagraphs(text, given.Text!) : text.Append(given.Html).Append('\n')).ToString();
    }

    private static void Append(StringBuilder text, string key, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            text.Append(CultureInfo.InvariantCulture, $"{key}: {Quote(value)}\n");
        }
    }

    private static void AppendList(StringBuilder text, string key, IReadOnlyList<string> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"{key}:\n");
        foreach (string value in values)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - {Quote(value)}\n");
        }
    }

    /// <summary>A text of one line in the quotes of YAML.</summary>
    private static string Quote(string value) =>
        $"\"{TextCleaner.Clean(value).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static StringBuilder AppendParagraphs(StringBuilder text, string plain)
    {
        foreach (ReadOnlySpan<char> line in plain.AsSpan().EnumerateLines())
        {
            if (!line.IsWhiteSpace())
            {
                text.Append("<p>").Append(Escape(line.ToString())).Append("</p>\n");
            }
        }

        return text;
    }

    private static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    private static GivenArticleProblem Wrong(string member, string allowed) => new(member, allowed);
}
