using SearchIndex.News.Query;
using SearchIndex.Testing;

namespace SearchIndex.News.Tests.Query;

/// <summary>A handful of articles written for a test, indexed.</summary>
internal sealed class SmallArchive : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SmallArchive(params (string Name, string Text)[] files)
    {
        foreach ((string name, string text) in files)
        {
            _folder.Write(Path.Combine("articles", name), text);
        }

        Report = Rebuild();
        Searcher = NewsSearcher.Open(IndexFolder);
    }

    public IngestReport Report { get; }

    public NewsSearcher Searcher { get; }

    public string IndexFolder => _folder.At("index");

    /// <summary>Returns the text of an article file.</summary>
    public static string Article(string title, string body, string host = "xinbao.example", string date = "2024-03-01T08:00:00Z", string? author = null)
    {
        string byline = author is null ? string.Empty : $"author: {author}\n";
        return $"---\ntitle: \"{title}\"\ndate: {date}\n{byline}from: https://www.{host}/{Uri.EscapeDataString(title)}\n---\n[{title}](https://www.{host}/a)\n------\n\n"
            + string.Concat(body.Split('\n').Select(paragraph => $"<p>{paragraph}</p>"));
    }

    /// <summary>Writes a further file, or another text of one that is there.</summary>
    public void Write(string name, string text) => _folder.Write(Path.Combine("articles", name), text);

    /// <summary>Indexes the files anew; the searcher stays where it is until it is refreshed.</summary>
    public IngestReport Rebuild() =>
        NewsIndexer.RebuildAsync([_folder.At("articles")], IndexFolder, new RebuildOptions(), null, CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>Returns the file names of the hits, in their order.</summary>
    public string[] Find(string query, MatchMode match = MatchMode.All) =>
        [.. Searcher.Search(new SearchRequest { Query = query, Match = match, Size = SearchRequest.MaxSize }).Hits.Select(hit => hit.Source)];

    /// <summary>Returns the one hit of a query.</summary>
    public SearchHit Single(string query) => Assert.Single(Searcher.Search(new SearchRequest { Query = query }).Hits);

    public void Dispose()
    {
        Searcher.Dispose();
        _folder.Dispose();
    }
}
