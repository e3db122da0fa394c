namespace SearchIndex.Engine.Search;

/// <summary>Finds every document; the score is the boost.</summary>
public sealed record MatchAllDocsQuery : Query
{
    /// <inheritdoc/>
    public override Weight CreateWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) =>
        new ConstantScoreWeight(this, scoreMode, leaf => new ConstantScoreScorer(boost, new AllDocsIterator(leaf.Reader.MaxDoc)))
        {
            CountOf = leaf => leaf.Reader.NumDocs,
        };

    /// <inheritdoc/>
    public override string ToString(string field) => "*:*";
}
