namespace SearchIndex.Engine.Search;

/// <summary>
/// How well a document fits: a formula over statistics of the index, the frequency of a term or phrase in the document, and the norm,
/// which tells the length of the field. Safe for several threads.
/// </summary>
public abstract class Similarity
{
    /// <summary>Binds the formula to a term, or to the terms of a phrase.</summary>
    /// <param name="boost">What multiplies the score, 0 or more.</param>
    /// <param name="collection">The field.</param>
    /// <param name="terms">The terms, one or more; a term that a phrase holds twice is there twice.</param>
    public abstract SimScorer Scorer(float boost, CollectionStatistics collection, params ReadOnlySpan<TermStatistics> terms);
}
