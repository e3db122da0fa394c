using System.Collections.Immutable;
using SearchIndex.Engine.Index;

namespace SearchIndex.Engine.Search;

/// <summary>
/// A <see cref="PhraseQuery"/> in which several terms may stand for each other at a position. Two queries are equal when terms (in their
/// order), positions and slop are.
/// </summary>
public sealed record MultiPhraseQuery : Query
{
    private readonly ImmutableArray<ImmutableArray<Term>> _terms;
    private readonly ImmutableArray<int> _positions;

    /// <summary>Creates the query.</summary>
    /// <param name="terms">For each position the terms of which any fits, one or more, all of one field.</param>
    /// <param name="positions">The positions, 0 or more, ascending.</param>
    /// <param name="slop">How far the terms may be moved in sum; 0 for an exact phrase.</param>
    /// <exception cref="ArgumentException">The terms are of several fields, or the positions do not go with them.</exception>
    public MultiPhraseQuery(IEnumerable<IEnumerable<Term>> terms, IEnumerable<int> positions, int slop = 0)
    {
        _terms = [.. terms.Select(alternatives => alternatives.ToImmutableArray())];
        _positions = [.. positions];
        if (_terms.Any(alternatives => alternatives.IsEmpty))
        {
            throw new ArgumentException("a position has no term", nameof(terms));
        }

        PhrasePositions.Check([.. _terms.Select(alternatives => alternatives[0])], _positions);
        PhrasePositions.CheckField([.. _terms.SelectMany(alternatives => alternatives)]);
        ArgumentOutOfRangeException.ThrowIfNegative(slop);
        Slop = slop;
    }

    /// <summary>Gets for each position the terms of which any fits.</summary>
    public IReadOnlyList<ImmutableArray<Term>> Terms => _terms;

    /// <summary>Gets the positions.</summary>
    public IReadOnlyList<int> Positions => _positions;

    /// <summary>Gets how far the terms may be moved in sum.</summary>
    public int Slop { get; }

    /// <inheritdoc/>
    public override Weight CreateWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) =>
        new PhraseWeight(this, Pattern(), searcher, scoreMode, boost);

    /// <inheritdoc/>
    public override Query Rewrite(IndexSearcher searcher)
    {
        if (_terms.IsEmpty)
        {
            return new MatchNoDocsQuery();
        }

        if (_terms.All(alternatives => alternatives.Length == 1))
        {
            return new PhraseQuery(_terms.Select(alternatives => alternatives[0]), _positions, Slop);
        }

        return _terms.Length == 1 ? BooleanQuery.Of(Occur.Should, _terms[0].Select(term => new TermQuery(term))) : this;
    }

    /// <inheritdoc/>
    public bool Equals(MultiPhraseQuery? other) =>
        other is not null && Slop == other.Slop && _positions.AsSpan().SequenceEqual(other._positions.AsSpan())
        && _terms.Zip(other._terms).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second.AsSpan()));

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Slop);
        for (int index = 0; index < _terms.Length; index++)
        {
            hash.Add(_positions[index]);
            foreach (Term term in _terms[index])
            {
                hash.Add(term);
            }
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString(string field) => Pattern().ToString(field);

    /// <summary>Returns the slots to fill.</summary>
    internal PhrasePattern Pattern() =>
        new([.. _terms.Select((alternatives, index) => new PhraseSlot(_positions[index], alternatives))], Slop);
}
