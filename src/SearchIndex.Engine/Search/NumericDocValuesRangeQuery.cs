using SearchIndex.Engine.Index;

namespace SearchIndex.Engine.Search;

/// <summary>
/// Finds the documents whose number in a numeric column lies in a range; the score is the boost. It looks at the column of each document
/// in question, so it is meant to go beside something more selective.
/// </summary>
/// <param name="Field">The column.</param>
/// <param name="From">The smallest number, inclusive.</param>
/// <param name="To">The largest number, inclusive.</param>
public sealed record NumericDocValuesRangeQuery(string Field, long From, long To) : Query
{
    /// <inheritdoc/>
    public override Weight CreateWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) =>
        new ConstantScoreWeight(this, scoreMode, leaf => ScorerOf(leaf, boost));

    /// <inheritdoc/>
    public override Query Rewrite(IndexSearcher searcher) => From > To ? new MatchNoDocsQuery() : this;

    /// <inheritdoc/>
    public override string ToString(string field) => $"{QueryFormat.Prefix(Field, field)}[{From} TO {To}]";

    private ConstantScoreScorer? ScorerOf(LeafReaderContext leaf, float boost) =>
        leaf.Reader.GetNumericDocValues(Field) is { } values
            ? new ConstantScoreScorer(boost, new NumericRangeTwoPhaseIterator(values, From, To))
            : null;
}
