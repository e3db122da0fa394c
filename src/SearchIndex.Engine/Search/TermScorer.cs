using SearchIndex.Engine.Codecs;

namespace SearchIndex.Engine.Search;

/// <summary>Scores the documents of a term by its frequency and the norm.</summary>
internal sealed class TermScorer : Scorer
{
    private readonly PostingsEnum _postings;
    private readonly SimScorer _similarity;
    private readonly NormLookup _norms;

    /// <summary>Creates the scorer over postings with frequencies.</summary>
    public TermScorer(PostingsEnum postings, SimScorer similarity, NormLookup norms)
    {
        _postings = postings;
        _similarity = similarity;
        _norms = norms;
    }

    /// <inheritdoc/>
    public override DocIdSetIterator Iterator => _postings;

    /// <inheritdoc/>
    public override float Score() => _similarity.Score(_postings.Freq, _norms.Get(_postings.DocId));

    /// <summary>Returns how the score of the current document comes about.</summary>
    public Explanation Explain() => _similarity.Explain(_postings.Freq, _norms.Get(_postings.DocId));
}
