namespace SearchIndex.Engine.Search;

/// <summary>Finds nothing.</summary>
public sealed record MatchNoDocsQuery : Query
{
    /// <inheritdoc/>
    public override Weight CreateWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) =>
        new ConstantScoreWeight(this, scoreMode, _ => null) { CountOf = _ => 0 };

    /// <inheritdoc/>
    public override void Visit(QueryVisitor visitor)
    {
    }

    /// <inheritdoc/>
    public override string ToString(string field) => "-*:*";
}
