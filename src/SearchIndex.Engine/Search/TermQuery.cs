using SearchIndex.Engine.Index;

namespace SearchIndex.Engine.Search;

/// <summary>Finds the documents that hold a term, scored by the similarity.</summary>
/// <param name="Term">The term.</param>
public sealed record TermQuery(Term Term) : Query
{
    /// <inheritdoc/>
    public override Weight CreateWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) =>
        new TermWeight(this, searcher, scoreMode, boost);

    /// <inheritdoc/>
    public override string ToString(string field) => QueryFormat.Term(Term, field);
}
