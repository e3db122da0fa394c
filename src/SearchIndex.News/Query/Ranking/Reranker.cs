using SearchIndex.Engine.Search;

namespace SearchIndex.News.Query.Ranking;

/// <summary>
/// Looks at the first hits of a ranked text a second time: their texts are read, and each gains by the <see cref="Evidence"/> in it. Nothing is
/// taken away, so hits behind the first stay behind them. For any number of threads.
/// </summary>
/// <param name="texts">The ranked texts, without what makes a question of them.</param>
/// <param name="weights">What counts how much.</param>
internal sealed class Reranker(IReadOnlyList<string> texts, RankingWeights weights)
{
    private readonly EvidenceWeights _evidenceWeights = weights.Evidence ?? throw new ArgumentException("no weights of evidence", nameof(weights));

    /// <summary>Gets how many hits are read.</summary>
    public int Depth => weights.RerankedHits;

    /// <summary>Puts the first hits in their new order; the others follow as they are.</summary>
    /// <param name="searcher">The index.</param>
    /// <param name="found">The hits in the order of their scores.</param>
    public IReadOnlyList<ScoreDoc> Rerank(IndexSearcher searcher, IReadOnlyList<ScoreDoc> found)
    {
        EvidenceReader evidence = ReaderOf(searcher);
        return
        [
            .. found.Take(Depth)
                .Select(hit => hit with { Score = hit.Score + _evidenceWeights.GainsOf(evidence.In(searcher.Reader, hit.Doc)).Sum() })
                .OrderByDescending(hit => hit.Score)
                .ThenBy(hit => hit.Doc),
            .. found.Skip(Depth),
        ];
    }

    /// <summary>Returns how the score of a hit comes about.</summary>
    /// <param name="hit">The hit with its last score.</param>
    /// <param name="first">How its first score came about; the last is the same when it was not among those read.</param>
    /// <param name="searcher">The index.</param>
    public Explanation Explain(ScoreDoc hit, Explanation first, IndexSearcher searcher)
    {
        if (hit.Score == first.Value)
        {
            return first;
        }

        Evidence evidence = ReaderOf(searcher).In(searcher.Reader, hit.Doc);
        IEnumerable<Explanation> gains = _evidenceWeights.GainsOf(evidence)
            .Zip(_evidenceWeights.Describe(evidence), (gain, description) => Explanation.Match(gain, description));
        return Explanation.Match(hit.Score, "sum of", [first, .. gains]);
    }

    /// <summary>Returns what can tell the evidence in articles.</summary>
    /// <param name="searcher">Knows how rare the parts of the question are.</param>
    public EvidenceReader ReaderOf(IndexSearcher searcher) => new(new Question(texts, searcher), weights.ClosenessWindow, weights.PassageWindow);
}
