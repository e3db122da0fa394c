using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Index;

namespace SearchIndex.News.Suggestions;

/// <summary>
/// What one segment says in its stored texts: the titles of its articles, and what may be names in its texts. A segment never
/// changes, so it is read once, however many commits it is part of.
/// </summary>
internal sealed class SegmentScan
{
    /// <summary>The units of a body in which names are looked for that the lexicon does not know: what matters comes first, and the segmenter takes time.</summary>
    private const int LeadLength = 150;

    private SegmentScan(string?[] titles, PersonNameScanner persons, UnknownRuns runs)
    {
        Titles = titles;
        Persons = persons;
        Runs = runs;
    }

    /// <summary>Gets the title of each document; null for one that was deleted already.</summary>
    public string?[] Titles { get; }

    /// <summary>Gets the persons that are named behind their offices.</summary>
    public PersonNameScanner Persons { get; }

    /// <summary>Gets what the lexicon does not know in titles and where bodies begin.</summary>
    public UnknownRuns Runs { get; }

    /// <summary>Reads a segment.</summary>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    public static SegmentScan Read(SegmentReader segment, CancellationToken cancellation)
    {
        var titles = new string?[segment.MaxDoc];
        var persons = new PersonNameScanner();
        var runs = new UnknownRuns();
        using StoredFieldsReader stored = segment.OpenStoredFields();
        for (int doc = 0; doc < segment.MaxDoc; doc++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (segment.LiveDocs is { } live && !live[doc])
            {
                continue;
            }

            var article = new StoredArticle();
            stored.VisitDocument(doc, article);
            titles[doc] = article.Title;
            persons.Add(article.Title);
            persons.Add(article.Body);
            runs.Add(article.Title);
            runs.Add(article.Body[..Math.Min(article.Body.Length, LeadLength)]);
        }

        return new SegmentScan(titles, persons, runs);
    }
}
