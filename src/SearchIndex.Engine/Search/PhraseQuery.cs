using System.Collections.Immutable;
using SearchIndex.Engine.Index;

namespace SearchIndex.Engine.Search;

/// <summary>
/// Finds the documents in which terms stand at given distances. Every term is looked for at its position in the query, counted from a
/// common start; with a slop the sum of the displacements may be up to it (spec 13.3, 13.4). Where a term occurs twice, with a slop, each
/// of the two takes an occurrence of its own. Two queries are equal when terms, positions and slop are.
/// </summary>
public sealed record PhraseQuery : Query
{
    private readonly ImmutableArray<Term> _terms;
    private readonly ImmutableArray<int> _positions;

    /// <summary>Creates the query.</summary>
    /// <param name="terms">The terms, all of one field.</param>
    /// <param name="positions">The position of each, 0 or more, ascending; several terms may have the same.</param>
    /// <param name="slop">How far the terms may be moved in sum; 0 for an exact phrase.</param>
    /// <exception cref="ArgumentException">The terms are of several fields, or the positions do not go with them.</exception>
    public PhraseQuery(IEnumerable<Term> terms, IEnumerable<int> positions, int slop = 0)
    {
        _terms = [.. terms];
        _positions = [.. positions];
        PhrasePositions.Check(_terms, _positions);
        ArgumentOutOfRangeException.ThrowIfNegative(slop);
        Slop = slop;
    }

    /// <summary>Creates the query of terms that follow each other.</summary>
    public PhraseQuery(string field, params IReadOnlyList<string> terms)
        : this(terms.Select(text => new Term(field, text)), Enumerable.Range(0, terms.Count))
    {
    }

    /// <summary>Gets the terms.</summary>
    public IReadOnlyList<Term> Terms => _terms;

    /// <summary>Gets the position of each term.</summary>
    public IReadOnlyList<int> Positions => _positions;

    /// <summary>Gets how far the terms may be moved in sum.</summary>
    public int Slop { get; }

    /// <inheritdoc/>
    public override Weight CreateWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) =>
        new PhraseWeight(this, Pattern(), searcher, scoreMode, boost);

    /// <inheritdoc/>
    public override Query Rewrite(IndexSearcher searcher) => _terms.Length switch
    {
        0 => new MatchNoDocsQuery(),
        1 => new TermQuery(_terms[0]),
        _ => this,
    };

    /// <inheritdoc/>
    public bool Equals(PhraseQuery? other) =>
        other is not null && Slop == other.Slop && _terms.AsSpan().SequenceEqual(other._terms.AsSpan())
        && _positions.AsSpan().SequenceEqual(other._positions.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Slop);
        for (int index = 0; index < _terms.Length; index++)
        {
            hash.Add(_terms[index]);
            hash.Add(_positions[index]);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString(string field) => Pattern().ToString(field);

    /// <summary>Returns the slots to fill.</summary>
    internal PhrasePattern Pattern() =>
        new([.. _terms.Select((term, index) => new PhraseSlot(_positions[index], [term]))], Slop);
}
