using SearchIndex.Engine.Index;
using SearchIndex.Engine.Search;
using SearchIndex.News.Duplicates;
using SearchIndex.News.Query.Facets;
using SearchIndex.News.Query.Paging;
using SearchIndex.News.Query.Ranking;
using SearchIndex.News.Query.Status;

namespace SearchIndex.News.Query;

/// <summary>One commit of the index, with what is worth knowing of it once. Shared by the requests that began while it was the newest.</summary>
internal sealed class IndexSnapshot
{
    private readonly Lazy<IndexStats> _stats;
    private readonly Lazy<DuplicateGroups> _duplicates;
    private readonly Lazy<DayCollector> _published;
    private readonly Lazy<ArchiveStatus> _status;

    public IndexSnapshot(DirectoryReader reader, RankingWeights weights)
    {
        Reader = reader;
        Version = reader.Commit.Id;
        Fingerprint = SearchCursor.Fingerprint(Version);
        Searcher = new IndexSearcher(reader, new BM25Similarity(weights.K1, weights.B));
        _stats = new Lazy<IndexStats>(() => IndexStatistics.Collect(reader));
        _duplicates = new Lazy<DuplicateGroups>(() => SignatureColumn.FindGroups(reader));
        _published = new Lazy<DayCollector>(() => CountDays(Searcher));
        _status = new Lazy<ArchiveStatus>(FindStatus);
        Outlets = new OutletNames(() => Stats.Outlets);
    }

    public DirectoryReader Reader { get; }

    public IndexSearcher Searcher { get; }

    public IndexStats Stats => _stats.Value;

    public OutletNames Outlets { get; }

    public DuplicateGroups Duplicates => _duplicates.Value;

    /// <summary>Gets the number of articles of each day and outlet.</summary>
    public DayCollector Published => _published.Value;

    /// <summary>Gets what the commit is made of.</summary>
    public ArchiveStatus Status => _status.Value;

    /// <summary>Gets what tells this commit from all others.</summary>
    public string Version { get; }

    /// <summary>Gets the same, short.</summary>
    public ulong Fingerprint { get; }

    /// <summary>Reads the article of a document.</summary>
    public StoredArticle ReadArticle(int docId)
    {
        var article = new StoredArticle();
        Reader.VisitDocument(docId, article);
        return article;
    }

    /// <summary>Returns the name of an outlet.</summary>
    public string OutletName(string id) => Stats.Outlets.FirstOrDefault(outlet => outlet.Id == id)?.Name ?? id;

    private ArchiveStatus FindStatus() =>
        new(Stats, Version, TimelineCounter.Count(Published, Published, TimelineInterval.Month), ProblemCounter.Count(Reader));

    private static DayCollector CountDays(IndexSearcher searcher)
    {
        var days = new DayCollector();
        searcher.Search(new MatchAllDocsQuery(), days);
        return days;
    }
}
