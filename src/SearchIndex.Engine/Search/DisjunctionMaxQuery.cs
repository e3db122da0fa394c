using System.Collections.Immutable;
using System.Globalization;

namespace SearchIndex.Engine.Search;

/// <summary>
/// Finds what any of several queries finds. The score is the best of theirs plus a part of the sum of the others: for a word that is
/// looked for in several fields, where a find in two fields is little more than a find in one.
/// </summary>
public sealed record DisjunctionMaxQuery : Query
{
    private readonly ImmutableArray<Query> _disjuncts;

    /// <summary>Creates the query.</summary>
    /// <param name="disjuncts">The queries.</param>
    /// <param name="tieBreaker">The part of the lesser scores that counts, 0 to 1.</param>
    public DisjunctionMaxQuery(IEnumerable<Query> disjuncts, float tieBreaker = 0f)
    {
        ArgumentNullException.ThrowIfNull(disjuncts);
        if (!(tieBreaker >= 0f && tieBreaker <= 1f))
        {
            throw new ArgumentOutOfRangeException(nameof(tieBreaker), tieBreaker, "the tie breaker must be from 0 to 1");
        }

        _disjuncts = [.. disjuncts];
        TieBreaker = tieBreaker;
    }

    /// <summary>Gets the queries.</summary>
    public IReadOnlyList<Query> Disjuncts => _disjuncts;

    /// <summary>Gets the part of the lesser scores that counts.</summary>
    public float TieBreaker { get; }

    /// <inheritdoc/>
    public override Weight CreateWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) =>
        new DisjunctionMaxWeight(this, searcher, scoreMode, boost);

    /// <inheritdoc/>
    public override Query Rewrite(IndexSearcher searcher)
    {
        bool changed = false;
        var rewritten = new List<Query>(_disjuncts.Length);
        foreach (Query disjunct in _disjuncts)
        {
            Query simpler = disjunct.Rewrite(searcher);
            changed |= !ReferenceEquals(simpler, disjunct) || simpler is MatchNoDocsQuery;
            if (simpler is not MatchNoDocsQuery)
            {
                rewritten.Add(simpler);
            }
        }

        return rewritten.Count switch
        {
            0 => new MatchNoDocsQuery(),
            1 => rewritten[0],
            _ => changed ? new DisjunctionMaxQuery(rewritten, TieBreaker) : this,
        };
    }

    /// <inheritdoc/>
    public override void Visit(QueryVisitor visitor)
    {
        foreach (Query disjunct in _disjuncts)
        {
            disjunct.Visit(visitor);
        }
    }

    /// <inheritdoc/>
    public bool Equals(DisjunctionMaxQuery? other) =>
        other is not null && TieBreaker.Equals(other.TieBreaker) && _disjuncts.AsSpan().SequenceEqual(other._disjuncts.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(TieBreaker);
        foreach (Query disjunct in _disjuncts)
        {
            hash.Add(disjunct);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString(string field)
    {
        string disjuncts = string.Join(" | ", _disjuncts.Select(disjunct => QueryFormat.Nested(disjunct, field)));
        return TieBreaker == 0f ? disjuncts : "(" + disjuncts + ")~" + TieBreaker.ToString(CultureInfo.InvariantCulture);
    }
}
