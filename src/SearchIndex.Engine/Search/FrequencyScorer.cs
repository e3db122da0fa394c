namespace SearchIndex.Engine.Search;

/// <summary>Scores a document by how often in it something occurs that is put together from positions.</summary>
internal abstract class FrequencyScorer : Scorer
{
    private readonly NormLookup? _norms;

    /// <summary>Creates the scorer; without a similarity the score is 0.</summary>
    /// <param name="similarity">Scores by the frequency, or null.</param>
    /// <param name="norms">The norms of the field; null without a similarity.</param>
    protected FrequencyScorer(SimScorer? similarity, NormLookup? norms)
    {
        Similarity = similarity;
        _norms = norms;
    }

    /// <summary>Gets what scores by the frequency, or null.</summary>
    protected SimScorer? Similarity { get; }

    /// <summary>Gets the document that a walk over the matches, or over what may match, stands at.</summary>
    protected abstract int CurrentDoc { get; }

    /// <inheritdoc/>
    public override float Score() => Similarity is null ? 0f : Similarity.Score(SumFreq(), _norms!.Get(CurrentDoc));

    /// <summary>Returns how the score of the current document comes about; instead of <see cref="Score"/>.</summary>
    public Explanation Explain() =>
        Similarity is null ? Explanation.Match(0f, "not scored") : Similarity.Explain(SumFreq(), _norms!.Get(CurrentDoc));

    /// <summary>Returns how often it occurs in the current document, above 0. At most one call a document.</summary>
    protected abstract float SumFreq();

    /// <summary>Gets the norm bytes of ascending documents.</summary>
    protected void GetNorms(ReadOnlySpan<int> docs, Span<byte> norms) => _norms!.Get(docs, norms);
}
