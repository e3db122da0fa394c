using System.Collections.Immutable;
using System.Globalization;

namespace SearchIndex.Engine.Search;

/// <summary>
/// Combines queries: a document matches when it matches every <see cref="Occur.Must"/> and <see cref="Occur.Filter"/> clause, no
/// <see cref="Occur.MustNot"/> clause, and at least <see cref="MinimumShouldMatch"/> of the <see cref="Occur.Should"/> clauses, of
/// which one is needed in any case when there is nothing required. The score is the sum of the scores of the matching Must and Should
/// clauses (spec 13.2). Two queries are equal when their clauses are, in the same order.
/// </summary>
public sealed partial record BooleanQuery : Query
{
    private readonly ImmutableArray<BooleanClause> _clauses;

    private BooleanQuery(ImmutableArray<BooleanClause> clauses, int minimumShouldMatch)
    {
        _clauses = clauses;
        MinimumShouldMatch = minimumShouldMatch;
    }

    /// <summary>Gets the clauses in the order in which they were added.</summary>
    public IReadOnlyList<BooleanClause> Clauses => _clauses;

    /// <summary>Gets how many of the Should clauses have to match; 0 for no more than the rule above.</summary>
    public int MinimumShouldMatch { get; }

    /// <summary>Gets whether there are only Should clauses, of which any one suffices.</summary>
    public bool IsPureDisjunction => _clauses.Length > 0 && MinimumShouldMatch <= 1 && CountOf(Occur.Should) == _clauses.Length;

    /// <summary>Returns a query with the given clauses, all of one kind.</summary>
    public static BooleanQuery Of(Occur occur, params IEnumerable<Query> queries)
    {
        ArgumentNullException.ThrowIfNull(queries);
        var builder = new Builder();
        foreach (Query query in queries)
        {
            builder.Add(query, occur);
        }

        return builder.Build();
    }

    /// <summary>Returns the number of clauses of one kind.</summary>
    public int CountOf(Occur occur)
    {
        int count = 0;
        foreach (BooleanClause clause in _clauses)
        {
            count += clause.Occur == occur ? 1 : 0;
        }

        return count;
    }

    /// <inheritdoc/>
    public override Weight CreateWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) =>
        new BooleanWeight(this, searcher, scoreMode, boost);

    /// <inheritdoc/>
    public override Query Rewrite(IndexSearcher searcher) => BooleanRewriter.Rewrite(this, searcher);

    /// <inheritdoc/>
    public override void Visit(QueryVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        foreach (BooleanClause clause in _clauses)
        {
            if (visitor.ForClauses(clause.Occur) is { } inner)
            {
                clause.Query.Visit(inner);
            }
        }
    }

    /// <inheritdoc/>
    public bool Equals(BooleanQuery? other) =>
        other is not null && MinimumShouldMatch == other.MinimumShouldMatch && _clauses.AsSpan().SequenceEqual(other._clauses.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(MinimumShouldMatch);
        foreach (BooleanClause clause in _clauses)
        {
            hash.Add(clause);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString(string field)
    {
        string clauses = string.Join(' ', _clauses.Select(clause => clause.ToString(field)));
        return MinimumShouldMatch == 0
            ? clauses
            : "(" + clauses + ")~" + MinimumShouldMatch.ToString(CultureInfo.InvariantCulture);
    }
}
