using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Index;

namespace SearchIndex.Engine.Search;

/// <summary>
/// Searches a frozen view of an index. Make one for each reader and keep it as long: it holds on to norms that searches need often.
/// Safe for several threads. It does not close the reader.
/// </summary>
public sealed class IndexSearcher
{
    // Between two looks at the cancellation token and the clock; small enough to stop soon, large enough to cost nothing.
    private const int DocsBetweenChecks = 1 << 13;

    /// <summary>Creates a searcher.</summary>
    /// <param name="reader">The view, which must stay open.</param>
    /// <param name="similarity">The formula of scores; BM25 with the usual constants by default.</param>
    public IndexSearcher(DirectoryReader reader, Similarity? similarity = null)
    {
        ArgumentNullException.ThrowIfNull(reader);
        Reader = reader;
        Similarity = similarity ?? new BM25Similarity();
    }

    /// <summary>Gets the view.</summary>
    public DirectoryReader Reader { get; }

    /// <summary>Gets the formula of scores.</summary>
    public Similarity Similarity { get; }

    /// <summary>Gets the norms.</summary>
    internal NormCache Norms { get; } = new();

    /// <summary>Returns the documents with the highest scores; ties go by document number.</summary>
    /// <param name="query">What is looked for.</param>
    /// <param name="count">How many to return at most, 0 or more.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <exception cref="OperationCanceledException">The search was stopped.</exception>
    public TopDocs Search(Query query, int count, CancellationToken cancellation = default)
    {
        var collector = new TopScoreCollector(count);
        Search(query, collector, cancellation);
        return collector.TopDocs();
    }

    /// <summary>
    /// Returns the documents with the highest scores, the very same as without a threshold; once more matches than it were seen,
    /// documents that cannot be among them may be passed over, and the total then is a lower bound.
    /// </summary>
    /// <param name="query">What is looked for.</param>
    /// <param name="count">How many to return at most, 0 or more.</param>
    /// <param name="totalHitsThreshold">How many matches are counted exactly, 0 or more; <see cref="int.MaxValue"/> for all.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <exception cref="OperationCanceledException">The search was stopped.</exception>
    public TopDocs Search(Query query, int count, int totalHitsThreshold, CancellationToken cancellation = default)
    {
        var collector = new TopScoreCollector(count, totalHitsThreshold);
        Search(query, collector, cancellation);
        return collector.TopDocs();
    }

    /// <summary>Returns the first documents in an order of their own, without scores (see <see cref="PopulateScores"/>).</summary>
    /// <param name="query">What is looked for.</param>
    /// <param name="count">How many to return at most, 0 or more.</param>
    /// <param name="sort">The order.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <exception cref="OperationCanceledException">The search was stopped.</exception>
    public TopDocs Search(Query query, int count, Sort sort, CancellationToken cancellation = default)
    {
        var collector = new TopFieldCollector(sort, count);
        Search(query, collector, cancellation);
        return collector.TopDocs();
    }

    /// <summary>
    /// Returns the documents that come next behind one: only as many are kept as are returned, however deep the search is. The total
    /// counts all matches.
    /// </summary>
    /// <param name="after">The last document before, see <see cref="PlaceOf"/>.</param>
    /// <param name="query">What is looked for.</param>
    /// <param name="count">How many to return at most, 0 or more.</param>
    /// <param name="sort">The order; null for that of the scores. Scores are computed in that one only.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <exception cref="OperationCanceledException">The search was stopped.</exception>
    public TopDocs SearchAfter(HitPlace after, Query query, int count, Sort? sort = null, CancellationToken cancellation = default)
    {
        if (sort is null)
        {
            var byScore = new TopScoreCollector(count, after: after);
            Search(query, byScore, cancellation);
            return byScore.TopDocs();
        }

        var byField = new TopFieldCollector(sort, count, after);
        Search(query, byField, cancellation);
        return byField.TopDocs();
    }

    /// <summary>Returns where a document stands in the order of a search that found it.</summary>
    /// <param name="doc">The document, with the score that the search gave it; the score is of no account with a <see cref="Sort"/>.</param>
    /// <param name="sort">The order; null for that of the scores.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index has no such document.</exception>
    public HitPlace PlaceOf(ScoreDoc doc, Sort? sort = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(doc.Doc, nameof(doc));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(doc.Doc, Reader.MaxDoc, nameof(doc));
        if (sort is null)
        {
            return new HitPlace(HasValue: false, Rank: 0, doc.Score, doc.Doc);
        }

        LeafReaderContext leaf = Reader.LeafOf(doc.Doc);
        return HitPlace.Of(leaf.Reader.GetNumericDocValues(sort.Field), sort, doc.Doc - leaf.DocBase, leaf.DocBase);
    }

    /// <summary>Hands all live matches to a collector.</summary>
    /// <param name="query">What is looked for.</param>
    /// <param name="collector">Receives the matches.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <exception cref="OperationCanceledException">The search was stopped.</exception>
    public void Search(Query query, Collector collector, CancellationToken cancellation = default) =>
        Search(query, collector, deadline: null, cancellation);

    /// <summary>
    /// Hands live matches to a collector, in the order of documents, until the time is over; the first few thousand documents are looked
    /// at in any case, so that there is always something to answer with.
    /// </summary>
    /// <param name="query">What is looked for.</param>
    /// <param name="collector">Receives the matches.</param>
    /// <param name="deadline">The time; <see cref="SearchDeadline.IsMissed"/> tells whether all were seen. Null for any time.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <exception cref="OperationCanceledException">The search was stopped.</exception>
    public void Search(Query query, Collector collector, SearchDeadline? deadline, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(collector);
        cancellation.ThrowIfCancellationRequested();
        Weight weight = Rewrite(query).CreateWeight(this, collector.ScoreMode, 1f);
        foreach (LeafReaderContext leaf in Reader.Leaves)
        {
            cancellation.ThrowIfCancellationRequested();
            if (leaf.DocBase > 0 && deadline?.Ends() == true)
            {
                return;
            }

            SearchLeaf(weight, leaf, collector, deadline, cancellation);
        }
    }

    /// <summary>Returns the number of live documents that match.</summary>
    /// <param name="query">What is looked for.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <exception cref="OperationCanceledException">The search was stopped.</exception>
    public int Count(Query query, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var collector = new TotalHitCountCollector();
        Weight weight = Rewrite(query).CreateWeight(this, ScoreMode.CompleteNoScores, 1f);
        int known = 0;
        foreach (LeafReaderContext leaf in Reader.Leaves)
        {
            cancellation.ThrowIfCancellationRequested();
            int count = weight.Count(leaf);
            if (count >= 0)
            {
                known += count;
            }
            else
            {
                SearchLeaf(weight, leaf, collector, deadline: null, cancellation);
            }
        }

        return known + (int)collector.TotalHits;
    }

    /// <summary>Returns the same documents with the scores that they have for a query; 0 for those that do not match it.</summary>
    public TopDocs PopulateScores(TopDocs docs, Query query)
    {
        ArgumentNullException.ThrowIfNull(docs);
        Weight weight = Rewrite(query).CreateWeight(this, ScoreMode.Complete, 1f);
        ScoreDoc[] scored = [.. docs.ScoreDocs];
        int[] ascending = [.. Enumerable.Range(0, scored.Length).OrderBy(index => scored[index].Doc)];
        LeafReaderContext? leaf = null;
        Scorer? scorer = null;
        foreach (int index in ascending)
        {
            int doc = scored[index].Doc;
            if (leaf is null || doc >= leaf.DocBase + leaf.Reader.MaxDoc)
            {
                leaf = Reader.LeafOf(doc);
                scorer = weight.Scorer(leaf);
            }

            scored[index] = new ScoreDoc(doc, ScoreAt(scorer, doc - leaf.DocBase));
        }

        return docs with { ScoreDocs = scored };
    }

    /// <summary>
    /// Returns how the score of a document comes about; its value is the score that <see cref="Search(Query, int, CancellationToken)"/>
    /// gives.
    /// </summary>
    /// <param name="query">What is looked for.</param>
    /// <param name="doc">The number of the document in the whole index.</param>
    public Explanation Explain(Query query, int doc)
    {
        LeafReaderContext leaf = Reader.LeafOf(doc);
        int local = doc - leaf.DocBase;
        if (leaf.Reader.LiveDocs is { } live && !live[local])
        {
            return Explanation.NoMatch($"document {doc} is deleted");
        }

        return Rewrite(query).CreateWeight(this, ScoreMode.Complete, 1f).Explain(leaf, local);
    }

    /// <summary>Returns the simplest query with the same documents and scores.</summary>
    public Query Rewrite(Query query)
    {
        ArgumentNullException.ThrowIfNull(query);
        Query rewritten = query.Rewrite(this);
        while (!ReferenceEquals(rewritten, query))
        {
            query = rewritten;
            rewritten = query.Rewrite(this);
        }

        return rewritten;
    }

    /// <summary>Returns the statistics of a field, or null when no document has terms of it.</summary>
    public CollectionStatistics? CollectionStatistics(string field)
    {
        long docCount = 0;
        long sumTotalTermFreq = 0;
        long sumDocFreq = 0;
        foreach (LeafReaderContext leaf in Reader.Leaves)
        {
            if (leaf.Reader.Terms(field) is { } terms)
            {
                docCount += terms.DocCount;
                sumTotalTermFreq += terms.SumTotalTermFreq;
                sumDocFreq += terms.SumDocFreq;
            }
        }

        return docCount == 0 ? null : new CollectionStatistics(field, Reader.MaxDoc, docCount, sumTotalTermFreq, sumDocFreq);
    }

    /// <summary>Returns the statistics of a term; all 0 when the index does not have it.</summary>
    public TermStatistics TermStatistics(Term term) => new TermStates(this, term).Statistics;

    private static float ScoreAt(Scorer? scorer, int doc)
    {
        if (scorer is null)
        {
            return 0f;
        }

        DocIdSetIterator matches = scorer.Iterator;
        int found = matches.DocId < doc ? matches.Advance(doc) : matches.DocId;
        return found == doc ? scorer.Score() : 0f;
    }

    private static void SearchLeaf(Weight weight, LeafReaderContext leaf, Collector collector, SearchDeadline? deadline, CancellationToken cancellation)
    {
        if (weight.BulkScorer(leaf) is not { } scorer)
        {
            return;
        }

        LeafCollector leafCollector = collector.GetLeafCollector(leaf);
        int maxDoc = leaf.Reader.MaxDoc;
        int from = 0;
        while (from < maxDoc)
        {
            int to = Math.Min(maxDoc - from, DocsBetweenChecks) + from;
            from = scorer.Score(leafCollector, leaf.Reader.LiveDocs, from, to);
            cancellation.ThrowIfCancellationRequested();
            if (from < maxDoc && deadline?.Ends() == true)
            {
                return;
            }
        }
    }
}
