using System.Diagnostics;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Highlight;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Search;
using SearchIndex.Engine.Store;
using SearchIndex.News;

namespace SearchIndex.Benchmarks.Searching;

/// <summary>Our engine in the race: runs the queries of a set one after the other and takes the time of each.</summary>
internal sealed class OurSide : IDisposable
{
    private const int HitCount = 10;
    private const int PassageCount = 3;
    private const int PrunedThreshold = 1000;

    private readonly FSDirectory _directory;
    private readonly DirectoryReader _reader;
    private readonly IndexSearcher _searcher;

    public OurSide(string indexFolder)
    {
        _directory = new FSDirectory(indexFolder);
        _reader = DirectoryReader.Open(_directory, Lucene87Codec.Instance);
        _searcher = new IndexSearcher(_reader);
    }

    /// <summary>Gets the view of the index.</summary>
    public DirectoryReader Reader => _reader;

    /// <summary>Runs a set once.</summary>
    /// <param name="set">The queries.</param>
    /// <param name="mode">How they are run.</param>
    /// <param name="times">Receives the times.</param>
    public void Run(RaceSet set, RaceMode mode, RaceTimes times)
    {
        double[] micros = new double[set.Queries.Count];
        long found = 0;
        for (int index = 0; index < micros.Length; index++)
        {
            long started = Stopwatch.GetTimestamp();
            found += Run(set.Queries[index], mode);
            micros[index] = Stopwatch.GetElapsedTime(started).TotalMicroseconds;
        }

        times.Add(micros, found);
    }

    /// <summary>Runs a set several times over, split among threads, and returns the seconds that it took.</summary>
    public double RunThreads(RaceSet set, RaceMode mode, int threads, int passes)
    {
        int next = -1;
        void Work()
        {
            for (int index = Interlocked.Increment(ref next); index < passes * set.Queries.Count; index = Interlocked.Increment(ref next))
            {
                Run(set.Queries[index % set.Queries.Count], mode);
            }
        }

        return TimedThreads.Run(threads, Work);
    }

    public void Dispose()
    {
        _reader.Dispose();
        _directory.Dispose();
    }

    private long Run(Query query, RaceMode mode)
    {
        switch (mode)
        {
            case RaceMode.Pruned:
                return SumOf(_searcher.Search(query, HitCount, PrunedThreshold), withTotal: false);
            case RaceMode.Exact:
                return SumOf(_searcher.Search(query, HitCount), withTotal: true);
            case RaceMode.Count:
                return _searcher.Count(query);
            case RaceMode.Facets:
                var collector = new OutletCountCollector(HitCount);
                _searcher.Search(query, collector);
                return SumOf(collector.TopDocs(), withTotal: true) + collector.Checksum();
            default:
                return Page(query);
        }
    }

    private static long SumOf(TopDocs found, bool withTotal)
    {
        long sum = withTotal ? found.TotalHits.Value : 0;
        for (int rank = 0; rank < found.ScoreDocs.Count; rank++)
        {
            sum += (rank + 1L) * found.ScoreDocs[rank].Doc;
        }

        return sum;
    }

    private long Page(Query query)
    {
        var highlighter = new UnifiedHighlighter(query);
        long sum = 0;
        foreach (ScoreDoc hit in _searcher.Search(query, HitCount, PrunedThreshold).ScoreDocs)
        {
            var article = new PageArticle();
            _reader.VisitDocument(hit.Doc, article);
            LeafReaderContext leaf = _reader.LeafOf(hit.Doc);
            IReadOnlyList<MatchRange> matches = highlighter.FindMatches(leaf, hit.Doc - leaf.DocBase, ArticleSchema.Body);
            foreach (Passage passage in PassageFinder.Find(article.Body, matches, PassageCount))
            {
                sum += article.Body[passage.Start..passage.End].Length;
            }

            sum += article.Title.Length + article.Url.Length;
        }

        return sum;
    }
}
