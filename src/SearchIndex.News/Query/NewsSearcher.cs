using System.Diagnostics;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Search;
using SearchIndex.Engine.Store;

namespace SearchIndex.News.Query;

/// <summary>
/// Answers questions from one index folder. A request sees one commit from beginning to end; <see cref="Refresh"/> moves later requests to
/// a newer one. Safe for several threads.
/// </summary>
public sealed class NewsSearcher : IDisposable
{
    private readonly FSDirectory _directory;
    private readonly Lock _refreshLock = new();
    private IndexSnapshot _snapshot;
    private bool _disposed;

    private NewsSearcher(FSDirectory directory)
    {
        _directory = directory;
        _snapshot = new IndexSnapshot(DirectoryReader.Open(directory, Lucene87Codec.Instance));
    }

    /// <summary>Gets the generation of the commit that new requests see.</summary>
    public long Generation => Volatile.Read(ref _snapshot).Reader.Commit.Generation;

    /// <summary>Opens the newest commit of a folder.</summary>
    /// <exception cref="IndexNotFoundException">The folder holds no index, or is not there.</exception>
    /// <exception cref="CorruptIndexException">The index is damaged.</exception>
    public static NewsSearcher Open(string indexFolder)
    {
        ArgumentException.ThrowIfNullOrEmpty(indexFolder);
        if (!Directory.Exists(indexFolder))
        {
            throw new IndexNotFoundException($"there is no index in {indexFolder}: the folder does not exist");
        }

        PrepareAnalysis();
        var directory = new FSDirectory(indexFolder);
        try
        {
            return new NewsSearcher(directory);
        }
        catch (IndexNotFoundException)
        {
            throw new IndexNotFoundException($"there is no index in {indexFolder}: no segments_N file in it");
        }
    }

    /// <summary>Moves to the newest commit, opening only what changed since the last. Requests under way keep the one that they began with.</summary>
    /// <returns>Whether there was a newer one.</returns>
    /// <exception cref="IOException">The newer commit cannot be read; the old one stays.</exception>
    public bool Refresh()
    {
        lock (_refreshLock)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (DirectoryReader.OpenIfChanged(_snapshot.Reader) is not { } reader)
            {
                return false;
            }

            var newer = new IndexSnapshot(reader);
            IndexSnapshot older = Interlocked.Exchange(ref _snapshot, newer);
            older.Reader.Dispose();
            return true;
        }
    }

    /// <summary>
    /// Answers a question. Whatever a person types gives an answer; what was not understood stands in the notices.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Page or size is outside of its limits.</exception>
    /// <exception cref="OperationCanceledException">The search was cancelled.</exception>
    public SearchPage Search(SearchRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Page, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Size, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.Size, SearchRequest.MaxSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)request.Page * request.Size, SearchRequest.MaxDepth, nameof(request));
        return WithSnapshot(snapshot => Search(snapshot, request, cancellation));
    }

    /// <summary>Returns a whole article, with the matches of a query marked; null when there is no article of that id.</summary>
    public ArticleView? FindArticle(string id, string? query = null)
    {
        ArgumentNullException.ThrowIfNull(id);
        return WithSnapshot(snapshot =>
        {
            TopDocs found = snapshot.Searcher.Search(new TermQuery(new Term(ArticleSchema.Id, id)), 1);
            if (found.ScoreDocs.Count == 0)
            {
                return null;
            }

            var marks = string.IsNullOrWhiteSpace(query) ? null : Plan(snapshot, new SearchRequest { Query = query }).Marks;
            return new HitReader(snapshot, marks).ReadArticle(found.ScoreDocs[0].Doc);
        });
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
            _snapshot.Reader.Dispose();
            _directory.Dispose();
        }
    }

    /// <summary>Unpacks the lexicon of words on another processor while the index is opened; the first question would wait for it.</summary>
    private static void PrepareAnalysis() => Task.Run(() => ArticleSchema.Analyzer.CreateTokenStream(ArticleSchema.BodyWords));

    private static SearchPage Search(IndexSnapshot snapshot, SearchRequest request, CancellationToken cancellation)
    {
        long started = Stopwatch.GetTimestamp();
        QueryPlan plan = Plan(snapshot, request);
        int skipped = (request.Page - 1) * request.Size;
        TopDocs found = Find(snapshot.Searcher, plan, skipped, request.Size, cancellation);
        var reader = new HitReader(snapshot, plan.Marks);
        SearchHit[] hits = [.. found.ScoreDocs.Select(reader.ReadHit)];
        return new SearchPage
        {
            Query = request.Query,
            Total = new HitTotal((int)found.TotalHits.Value),
            TookMs = Math.Round(Stopwatch.GetElapsedTime(started).TotalMilliseconds, 1),
            Page = request.Page,
            Size = request.Size,
            Notices = plan.Notices,
            Hits = hits,
        };
    }

    /// <summary>Finds the documents of one page, with their scores also where these do not make the order.</summary>
    private static TopDocs Find(IndexSearcher searcher, QueryPlan plan, int skipped, int size, CancellationToken cancellation)
    {
        TopDocs found = plan.Sort is { } sort
            ? searcher.Search(plan.Ranking, skipped + size, sort, cancellation)
            : searcher.Search(plan.Ranking, skipped + size, cancellation);
        TopDocs page = found with { ScoreDocs = [.. found.ScoreDocs.Skip(skipped)] };
        return plan.Sort is null ? page : searcher.PopulateScores(page, plan.Ranking);
    }

    private static QueryPlan Plan(IndexSnapshot snapshot, SearchRequest request) => new QueryPlanner(snapshot.Outlets).Plan(request);

    private T WithSnapshot<T>(Func<IndexSnapshot, T> work)
    {
        IndexSnapshot snapshot = Acquire();
        try
        {
            return work(snapshot);
        }
        finally
        {
            snapshot.Reader.DecRef();
        }
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
