using System.Collections.Immutable;
using SearchIndex.Engine.Index;

namespace SearchIndex.Engine.Search;

/// <summary>
/// An exact phrase whose last term is only known by its beginning: <c>b</c> and then anything that begins with <c>站</c>. Every term of
/// the index that begins so counts. In scoring they count as one term, as frequent as all of them together. Two queries are equal when
/// terms, positions, prefix and marks are.
/// </summary>
public sealed record PhrasePrefixQuery : Query
{
    private readonly ImmutableArray<Term> _terms;
    private readonly ImmutableArray<int> _positions;

    /// <summary>Creates the query.</summary>
    /// <param name="terms">The terms before the prefix; may be empty.</param>
    /// <param name="positions">The position of each, 0 or more, ascending.</param>
    /// <param name="prefix">The beginning of the last term, of the same field.</param>
    /// <param name="prefixPosition">Its position, not before the others.</param>
    /// <exception cref="ArgumentException">The terms are of several fields, or the positions do not go with them.</exception>
    public PhrasePrefixQuery(IEnumerable<Term> terms, IEnumerable<int> positions, Term prefix, int prefixPosition)
    {
        _terms = [.. terms];
        _positions = [.. positions];
        PhrasePositions.Check([.. _terms, prefix], [.. _positions, prefixPosition]);
        Prefix = prefix;
        PrefixPosition = prefixPosition;
    }

    /// <summary>Gets the terms before the prefix.</summary>
    public IReadOnlyList<Term> Terms => _terms;

    /// <summary>Gets the position of each term.</summary>
    public IReadOnlyList<int> Positions => _positions;

    /// <summary>Gets the beginning of the last term.</summary>
    public Term Prefix { get; }

    /// <summary>Gets the position of the prefix.</summary>
    public int PrefixPosition { get; }

    /// <summary>Gets what a highlighter marks of the last term.</summary>
    public PrefixMarks Marks { get; init; }

    /// <inheritdoc/>
    public override Weight CreateWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) =>
        new PhraseWeight(this, Pattern(), searcher, scoreMode, boost);

    /// <inheritdoc/>
    public override Query Rewrite(IndexSearcher searcher) => _terms.IsEmpty ? new PrefixQuery(Prefix) { Marks = Marks } : this;

    /// <inheritdoc/>
    public bool Equals(PhrasePrefixQuery? other) =>
        other is not null && PrefixPosition == other.PrefixPosition && Marks == other.Marks && Prefix == other.Prefix
        && _terms.AsSpan().SequenceEqual(other._terms.AsSpan()) && _positions.AsSpan().SequenceEqual(other._positions.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Prefix);
        hash.Add(PrefixPosition);
        hash.Add(Marks);
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
    internal PhrasePattern Pattern()
    {
        IEnumerable<PhraseSlot> fixedSlots = _terms.Select((term, index) => new PhraseSlot(_positions[index], [term]));
        return new([.. fixedSlots, new PhraseSlot(PrefixPosition, [Prefix], isPrefix: true, Marks)], slop: 0);
    }
}
