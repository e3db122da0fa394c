using System.Collections.Immutable;

namespace SearchIndex.Engine.Search;

/// <content>The builder.</content>
public sealed partial record BooleanQuery
{
    /// <summary>Gathers the clauses of a <see cref="BooleanQuery"/>. For one thread; may build several times.</summary>
    public sealed class Builder
    {
        private readonly ImmutableArray<BooleanClause>.Builder _clauses = ImmutableArray.CreateBuilder<BooleanClause>();
        private int _minimumShouldMatch;

        /// <summary>Gets the number of clauses so far.</summary>
        public int Count => _clauses.Count;

        /// <summary>Adds a clause.</summary>
        public Builder Add(Query query, Occur occur)
        {
            ArgumentNullException.ThrowIfNull(query);
            _clauses.Add(new BooleanClause(query, occur));
            return this;
        }

        /// <summary>Sets how many of the Should clauses have to match.</summary>
        public Builder SetMinimumShouldMatch(int count)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count);
            _minimumShouldMatch = count;
            return this;
        }

        /// <summary>Returns the query.</summary>
        public BooleanQuery Build() => new(_clauses.ToImmutable(), _minimumShouldMatch);
    }
}
