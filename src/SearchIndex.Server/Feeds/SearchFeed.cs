using System.Globalization;
using System.Text;
using System.Xml;
using SearchIndex.News.Query;
using SearchIndex.Server.Pages;

namespace SearchIndex.Server.Feeds;

/// <summary>Hits as a feed, for readers that look again by themselves.</summary>
/// <param name="archive">The title of the archive, so that feeds of one search in several are told apart; null for the only one, unless it has a title.</param>
/// <param name="title">What the feed is called.</param>
/// <param name="entries">The hits, the newest first.</param>
/// <param name="links">Addresses that can be followed from elsewhere; those of the hits name them, too.</param>
/// <param name="search">The address of the search.</param>
internal sealed class SearchFeed(string? archive, string title, IReadOnlyList<FeedEntry> entries, PageLinks links, string search)
{
    private const string AtomNamespace = "http://www.w3.org/2005/Atom";

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true };

    /// <summary>Gets the media type of a format.</summary>
    public static string MediaType(FeedFormat format) =>
        format == FeedFormat.Atom ? "application/atom+xml; charset=utf-8" : "application/rss+xml; charset=utf-8";

    /// <summary>Returns the feed.</summary>
    public byte[] Write(FeedFormat format)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings))
        {
            if (format == FeedFormat.Atom)
            {
                WriteAtom(xml);
            }
            else
            {
                WriteRss(xml);
            }
        }

        return bytes.ToArray();
    }

    private string Title => string.IsNullOrWhiteSpace(title) ? Owner : $"{Owner}: {title}";

    private string Owner => archive ?? "SearchIndex";

    private DateTimeOffset Updated => entries.Select(entry => entry.Date).FirstOrDefault(date => date is not null) ?? DateTimeOffset.UnixEpoch;

    private void WriteAtom(XmlWriter xml)
    {
        xml.WriteStartElement("feed", AtomNamespace);
        Element(xml, "id", search);
        Element(xml, "title", Title);
        Element(xml, "updated", Rfc3339(Updated));
        Link(xml, search);
        foreach ((SearchHit hit, DateTimeOffset? date) in entries)
        {
            xml.WriteStartElement("entry");
            Element(xml, "id", AddressOf(hit));
            Element(xml, "title", hit.Title);
            Element(xml, "updated", Rfc3339(date ?? DateTimeOffset.UnixEpoch));
            if (hit.Published is { } published)
            {
                Element(xml, "published", Rfc3339(published));
            }

            xml.WriteStartElement("author");
            Element(xml, "name", hit.Author ?? hit.Outlet.Name);
            xml.WriteEndElement();
            Link(xml, AddressOf(hit));
            Element(xml, "summary", SummaryOf(hit));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private void WriteRss(XmlWriter xml)
    {
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteStartElement("channel");
        Element(xml, "title", Title);
        Element(xml, "link", search);
        Element(xml, "description", Title);
        foreach ((SearchHit hit, DateTimeOffset? date) in entries)
        {
            xml.WriteStartElement("item");
            Element(xml, "title", hit.Title);
            Element(xml, "link", AddressOf(hit));
            Element(xml, "guid", AddressOf(hit));
            Element(xml, "description", SummaryOf(hit));
            if (date is { } moment)
            {
                Element(xml, "pubDate", moment.UtcDateTime.ToString("R", CultureInfo.InvariantCulture));
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private string AddressOf(SearchHit hit) => links.Article(hit.Id, new SearchParameters());

    private static string SummaryOf(SearchHit hit) => string.Join(" … ", hit.Passages.Select(passage => passage.Text));

    private static string Rfc3339(DateTimeOffset date) => date.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static void Link(XmlWriter xml, string address)
    {
        xml.WriteStartElement("link");
        xml.WriteAttributeString("href", Clean(address));
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Clean(text));

    /// <summary>Replaces what XML cannot hold, such as control characters and lone surrogates.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            bool isAllowed = !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value);
            clean.Append(isAllowed ? rune : Rune.ReplacementChar);
        }

        return clean.ToString();
    }
}
