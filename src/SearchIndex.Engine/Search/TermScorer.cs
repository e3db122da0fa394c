using SearchIndex.Engine.Codecs;

namespace SearchIndex.Engine.Search;

/// <summary>Scores the documents of a term by its frequency and the norm; knows from the impacts how good they can be at best.</summary>
internal sealed class TermScorer : Scorer
{
    /// <summary>The most documents that are scored at a time.</summary>
    public const int BatchSize = 128;

    private readonly ImpactsEnum _postings;
    private readonly SimScorer _similarity;
    private readonly NormLookup _norms;
    private readonly int[] _freqs = new int[BatchSize];
    private readonly byte[] _batchNorms = new byte[BatchSize];
    private ImpactsMaxScore? _maxScore;

    /// <summary>Creates the scorer over postings with frequencies.</summary>
    public TermScorer(ImpactsEnum postings, SimScorer similarity, NormLookup norms)
    {
        _postings = postings;
        _similarity = similarity;
        _norms = norms;
    }

    /// <inheritdoc/>
    public override DocIdSetIterator Iterator => _postings;

    /// <inheritdoc/>
    internal override PostingsEnum Postings => _postings;

    private ImpactsMaxScore Bounds => _maxScore ??= new ImpactsMaxScore(_postings, _similarity);

    /// <inheritdoc/>
    public override float Score() => _similarity.Score(_postings.Freq, _norms.Get(_postings.DocId));

    /// <summary>Returns how the score of the current document comes about.</summary>
    public Explanation Explain() => _similarity.Explain(_postings.Freq, _norms.Get(_postings.DocId));

    /// <inheritdoc/>
    internal override int NextBatch(int upTo, Span<int> docs, Span<float> scores)
    {
        int room = Math.Min(docs.Length, BatchSize);
        if (scores.IsEmpty)
        {
            return _postings.NextDocs(upTo, docs[..room], []);
        }

        int count = _postings.NextDocs(upTo, docs[..room], _freqs.AsSpan(0, room));
        ScoreBatch(docs[..count], _freqs.AsSpan(0, count), scores);
        return count;
    }

    /// <inheritdoc/>
    internal override void ScoreBatch(ReadOnlySpan<int> docs, ReadOnlySpan<int> freqs, Span<float> scores)
    {
        Span<byte> norms = _batchNorms.AsSpan(0, docs.Length);
        _norms.Get(docs, norms);
        _similarity.Score(freqs, norms, scores);
    }

    /// <inheritdoc/>
    internal override int MaxScoreUpTo(int from) => Bounds.UpTo(from);

    /// <inheritdoc/>
    internal override float MaxScore(int from, int upTo) => Bounds.Get(from, upTo);
}
