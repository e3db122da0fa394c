using System.Diagnostics;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Search;
using SearchIndex.Engine.Store;
using SearchIndex.News.Query.Export;
using SearchIndex.News.Query.Facets;
using SearchIndex.News.Query.Paging;
using SearchIndex.News.Query.Ranking;
using SearchIndex.News.Query.Related;
using SearchIndex.News.Suggestions.Corrections;
using SearchIndex.News.Variants;

namespace SearchIndex.News.Query;

/// <summary>
/// Answers questions from one index folder. A request sees one commit from beginning to end; <see cref="Refresh"/> moves later requests to
/// a newer one. Safe for several threads.
/// </summary>
public sealed partial class NewsSearcher : IDisposable
{
    /// <summary>How many views of the index are kept for cursors at most, the newest included.</summary>
    public const int MaxKeptViews = 8;

    /// <summary>How long the view of the index that a cursor goes on in is kept after its last use: five minutes.</summary>
    public static readonly TimeSpan CursorLifetime = TimeSpan.FromMinutes(5);

    private readonly FSDirectory _directory;
    private readonly VariantSource _variants;
    private readonly KeptSnapshots _kept;
    private readonly Lock _refreshLock = new();
    private IndexSnapshot _snapshot;
    private bool _disposed;

    private NewsSearcher(FSDirectory directory, VariantSource variants, TimeProvider time)
    {
        _directory = directory;
        _variants = variants;
        _kept = new KeptSnapshots(time, CursorLifetime, MaxKeptViews);
        _snapshot = new IndexSnapshot(DirectoryReader.Open(directory, Lucene87Codec.Instance), RankingWeights.Default);
    }

    /// <summary>Gets the generation of the commit that new requests see.</summary>
    public long Generation => Volatile.Read(ref _snapshot).Reader.Commit.Generation;

    /// <summary>Gets what tells the commit that new requests see from all others of any index.</summary>
    public string Version => Volatile.Read(ref _snapshot).Version;

    /// <summary>Gets the regional variants that new requests see.</summary>
    public VariantTable Variants => _variants.Current;

    /// <summary>Opens the newest commit of a folder.</summary>
    /// <param name="indexFolder">The folder.</param>
    /// <param name="variants">The regional variants; those that are part of the program by default.</param>
    /// <param name="time">The clock by which views of the index are kept for cursors; that of the system by default.</param>
    /// <exception cref="IndexNotFoundException">The folder holds no index, or is not there.</exception>
    /// <exception cref="CorruptIndexException">The index is damaged.</exception>
    public static NewsSearcher Open(string indexFolder, VariantSource? variants = null, TimeProvider? time = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(indexFolder);
        if (!Directory.Exists(indexFolder))
        {
            throw new IndexNotFoundException($"there is no index in {indexFolder}: the folder does not exist");
        }

        variants ??= new VariantSource();
        PrepareAnalysis(variants);
        var directory = new FSDirectory(indexFolder);
        try
        {
            return new NewsSearcher(directory, variants, time ?? TimeProvider.System);
        }
        catch (IndexNotFoundException)
        {
            throw new IndexNotFoundException($"there is no index in {indexFolder}: no segments_N file in it");
        }
    }

    /// <summary>
    /// Moves to the newest commit, opening only what changed since the last. Requests under way keep the one that they began with, and
    /// cursors theirs for <see cref="CursorLifetime"/>; call it now and then for views that are no longer needed to be let go.
    /// </summary>
    /// <returns>Whether there was a newer one.</returns>
    /// <exception cref="IOException">The newer commit cannot be read; the old one stays.</exception>
    public bool Refresh()
    {
        lock (_refreshLock)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            _kept.Expire();
            if (DirectoryReader.OpenIfChanged(_snapshot.Reader) is not { } reader)
            {
                return false;
            }

            var newer = new IndexSnapshot(reader, RankingWeights.Default);
            IndexSnapshot older = Interlocked.Exchange(ref _snapshot, newer);
            older.Reader.Dispose();
            return true;
        }
    }

    /// <summary>
    /// Answers a question. Whatever a person types gives an answer; what was not understood stands in the notices.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Page or size is outside of its limits.</exception>
    /// <exception cref="CursorException">The cursor is of another search, or of a view of the index that is no longer kept.</exception>
    /// <exception cref="OperationCanceledException">The search was cancelled.</exception>
    public SearchPage Search(SearchRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Page, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Size, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.Size, SearchRequest.MaxSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)request.Page * request.Size, SearchRequest.MaxDepth, nameof(request));
        return WithSnapshot(snapshot => Search(snapshot, request, cancellation), request.After);
    }

    /// <summary>Returns a whole article, with the matches of a query marked; null when there is no article of that id.</summary>
    public ArticleView? FindArticle(string id, string? query = null) => FindArticle(id, new SearchRequest { Query = query ?? string.Empty });

    /// <summary>
    /// Returns a whole article, with the matches of a search that found it marked; null when there is no article of that id. Query,
    /// match and variants count; filters, order and page do not.
    /// </summary>
    public ArticleView? FindArticle(string id, SearchRequest request)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(request);
        return WithSnapshot(snapshot => ReadArticle(snapshot, id, request));
    }

    /// <summary>Returns what the archive has around an article; null when there is no article of that id.</summary>
    /// <param name="id">The id of the article.</param>
    /// <param name="cancellation">Stops the search.</param>
    public RelatedArticles? FindRelated(string id, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        return WithSnapshot(snapshot => DocumentOf(snapshot, id) is >= 0 and int doc ? new RelatedFinder(snapshot, _variants.Current).Find(doc, cancellation) : null);
    }

    /// <summary>Returns how many articles match over time, versions counted each.</summary>
    /// <param name="request">The question; order, page and size do not matter.</param>
    /// <param name="interval">The length of a step; null for one that gives a readable chart.</param>
    /// <param name="cancellation">Stops the counting.</param>
    public Timeline Timeline(SearchRequest request, TimelineInterval? interval = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return WithSnapshot(snapshot =>
        {
            var found = new DayCollector();
            QueryPlan plan = Plan(snapshot, request);
            using Activity? step = QueryTrace.Start(QueryTrace.Count);
            snapshot.Searcher.Search(plan.Ranking, found, request.Deadline, cancellation);
            return TimelineCounter.Count(found, snapshot.Published, interval) with { Partial = IsPast(request) };
        });
    }

    /// <summary>
    /// Returns all hits of a search one by one, read when they are asked for; page and size do not matter. All come from one commit, which
    /// stays open until the enumeration ends.
    /// </summary>
    public IEnumerable<ExportedArticle> Export(SearchRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ExportAll(request, cancellation);
    }

    /// <summary>Returns what the index holds.</summary>
    public IndexStats Stats() => WithSnapshot(snapshot => snapshot.Stats);

    /// <summary>Closes the index once the last request under way has ended.</summary>
    public void Dispose()
    {
        lock (_refreshLock)
        {
            if (_disposed)
            {
                return;
            }

            _disposed = true;
            _suggesters.Dispose();
            _kept.Dispose();
            _snapshot.Reader.Dispose();
            _directory.Dispose();
        }
    }

    /// <summary>
    /// Reads the regional variants and unpacks the lexicon of words on another processor while the index is opened; the first question would
    /// wait for them.
    /// </summary>
    private static void PrepareAnalysis(VariantSource variants) => Task.Run(() =>
    {
        _ = variants.Current;
        ArticleSchema.Analyzer.CreateTokenStream(ArticleSchema.BodyWords);
    });

    private SearchPage Search(IndexSnapshot snapshot, SearchRequest request, CancellationToken cancellation)
    {
        long started = Stopwatch.GetTimestamp();
        var turner = new PageTurner(snapshot, request);
        (QueryPlan plan, FoundArticles found, IReadOnlyList<string> notices) = FindOrRelax(snapshot, request, turner.Slice, cancellation);
        bool isPart = IsPast(request);
        SearchCursor? behind = turner.Next(plan, found);
        SearchCursor? next = isPart ? null : behind;
        if (next is not null)
        {
            _kept.Keep(snapshot);
        }

        var reader = new HitReader(snapshot, plan.Marks);
        SearchHit[] hits = QueryTrace.Run(
            QueryTrace.Highlight, () => found.Page.Select(doc => ReadHit(reader, snapshot, plan, request, doc, found.VersionsOf(doc.Doc))).ToArray());
        IReadOnlyList<Correction> didYouMean = isPart ? [] : FindCorrections(snapshot, request, found.Articles, cancellation);
        IReadOnlyList<Facet> facets = FacetCounter.Count(snapshot, plan.Unfaceted, plan.Selection, request.Facets, request.Deadline, cancellation);
        return new SearchPage
        {
            Query = request.Query,
            Total = new HitTotal(found.Hits, isPart ? HitTotal.AtLeast : HitTotal.Exact),
            Articles = found.Articles,
            Partial = IsPast(request),
            TookMs = Math.Round(Stopwatch.GetElapsedTime(started).TotalMilliseconds, 1),
            Page = (turner.Before / request.Size) + 1,
            First = turner.Before + 1,
            Size = request.Size,
            Notices = notices,
            Variants = plan.Variants,
            DidYouMean = didYouMean,
            Parsed = ParsedTree.Of(plan.Parsed),
            Facets = facets,
            Hits = hits,
            Next = next?.ToString(),
        };
    }

    /// <summary>Carries the plan of a request out; when nothing is found, short texts are looked for by their words.</summary>
    private (QueryPlan Plan, FoundArticles Found, IReadOnlyList<string> Notices) FindOrRelax(
        IndexSnapshot snapshot, SearchRequest request, HitSlice slice, CancellationToken cancellation, VariantTable? variants = null)
    {
        var search = new PlanSearch(snapshot, request.Collapse, slice, request.Deadline, cancellation);
        QueryPlan plan = Plan(snapshot, request, variants: variants);
        FoundArticles found = search.Find(plan);
        string[] relaxable = found.Articles > 0 || IsPast(request) ? [] : [.. plan.ShortTexts.Where(TextCompiler.HasWords).Distinct()];
        if (relaxable.Length == 0)
        {
            return (plan, found, plan.Notices);
        }

        QueryPlan relaxed = Plan(snapshot, request, isRelaxed: true, variants);
        FoundArticles more = search.Find(relaxed);
        if (more.Articles == 0)
        {
            return (plan, found, plan.Notices);
        }

        string texts = string.Concat(relaxable.Select(text => $"“{text}”"));
        return (relaxed, more, [.. relaxed.Notices, $"没有文章连续写着{texts}，已按其中的词搜索；要求连续请加引号。"]);
    }

    /// <summary>Tells whether a search of the request has ended before it had seen all.</summary>
    private static bool IsPast(SearchRequest request) => request.Deadline?.IsMissed == true;

    private ArticleView? ReadArticle(IndexSnapshot snapshot, string id, SearchRequest request)
    {
        int doc = DocumentOf(snapshot, id);
        if (doc < 0)
        {
            return null;
        }

        if (string.IsNullOrWhiteSpace(request.Query))
        {
            return new HitReader(snapshot, marks: null).ReadArticle(doc);
        }

        QueryPlan plan = Plan(snapshot, request);
        ArticleView article = new HitReader(snapshot, plan.Marks).ReadArticle(doc);
        bool isFound = article.TitleMarks.Count + article.BodyMarks.Count > 0 || !plan.ShortTexts.Any(TextCompiler.HasWords);
        return isFound
            ? article
            : new HitReader(snapshot, Plan(snapshot, request, isRelaxed: true).Marks).ReadArticle(doc);
    }

    private static SearchHit ReadHit(
        HitReader reader, IndexSnapshot snapshot, QueryPlan plan, SearchRequest request, ScoreDoc found, IReadOnlyList<int> versions)
    {
        SearchHit hit = reader.ReadHit(found, versions);
        if (!request.Explain)
        {
            return hit;
        }

        Explanation explanation = snapshot.Searcher.Explain(plan.Ranking, found.Doc);
        return hit with { Explanation = ScorePart.Of(plan.Reranker?.Explain(found, explanation, snapshot.Searcher) ?? explanation) };
    }

    private IEnumerable<ExportedArticle> ExportAll(SearchRequest request, CancellationToken cancellation)
    {
        IndexSnapshot snapshot = Acquire();
        try
        {
            var everything = new HitSlice(Skipped: 0, Depth: Math.Max(1, snapshot.Reader.MaxDoc));
            (_, FoundArticles found, _) = FindOrRelax(snapshot, request with { Deadline = null }, everything, cancellation);
            for (int index = 0; index < found.Page.Count; index++)
            {
                cancellation.ThrowIfCancellationRequested();
                yield return ExportReader.Read(snapshot, request, found.Page[index], rank: index + 1);
            }
        }
        finally
        {
            snapshot.Reader.DecRef();
        }
    }

    /// <summary>Returns the document of an article, or -1.</summary>
    private static int DocumentOf(IndexSnapshot snapshot, string id)
    {
        TopDocs found = snapshot.Searcher.Search(new TermQuery(new Term(ArticleSchema.Id, id)), 1);
        return found.ScoreDocs.Count == 0 ? -1 : found.ScoreDocs[0].Doc;
    }

    private QueryPlan Plan(IndexSnapshot snapshot, SearchRequest request, bool isRelaxed = false, VariantTable? variants = null)
    {
        using Activity? step = QueryTrace.Start(QueryTrace.Parse);
        return new QueryPlanner(snapshot.Outlets, variants ?? _variants.Current, newest: () => snapshot.Stats.Newest).Plan(request, isRelaxed);
    }

    /// <summary>Does something with the newest snapshot, or with that of a cursor.</summary>
    private T WithSnapshot<T>(Func<IndexSnapshot, T> work, SearchCursor? cursor = null)
    {
        IndexSnapshot snapshot = cursor is null ? Acquire() : Acquire(cursor);
        try
        {
            return work(snapshot);
        }
        finally
        {
            snapshot.Reader.DecRef();
        }
    }

    private IndexSnapshot Acquire(SearchCursor cursor)
    {
        if (_kept.TryAcquire(cursor.Index) is { } kept)
        {
            return kept;
        }

        IndexSnapshot newest = Acquire();
        if (newest.Fingerprint == cursor.Index)
        {
            return newest;
        }

        newest.Reader.DecRef();
        throw CursorException.Gone();
    }

    private IndexSnapshot Acquire()
    {
        while (true)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            IndexSnapshot snapshot = Volatile.Read(ref _snapshot);
            if (snapshot.Reader.TryIncRef())
            {
                return snapshot;
            }
        }
    }
}
