using System.Collections.Immutable;
using SearchIndex.Engine.Index;

namespace SearchIndex.Engine.Search;

/// <summary>
/// An exact phrase of which some terms are only known by their beginning: <c>b</c> and then anything that begins with <c>站</c>, or, over
/// pairs of characters, a term that begins with <c>林</c> and two positions further one that begins with <c>正</c>. Every term of the
/// index that begins so counts. In scoring the terms of a beginning count as one term, as frequent as all of them together. Two queries
/// are equal when parts and marks are.
/// </summary>
public sealed record PhrasePrefixQuery : Query
{
    private readonly ImmutableArray<PhrasePart> _parts;

    /// <summary>Creates the query.</summary>
    /// <param name="parts">The terms and beginnings, in ascending order of their positions; several may have the same.</param>
    /// <exception cref="ArgumentException">The parts are of several fields, or not in order.</exception>
    public PhrasePrefixQuery(IEnumerable<PhrasePart> parts)
    {
        _parts = [.. parts];
        PhrasePositions.Check([.. _parts.Select(part => part.Term)], [.. _parts.Select(part => part.Position)]);
    }

    /// <summary>Creates the query of a phrase whose last term is only known by its beginning.</summary>
    /// <param name="terms">The terms before the prefix; may be empty.</param>
    /// <param name="positions">The position of each, 0 or more, ascending.</param>
    /// <param name="prefix">The beginning of the last term, of the same field.</param>
    /// <param name="prefixPosition">Its position, not before the others.</param>
    /// <exception cref="ArgumentException">The terms are of several fields, or the positions do not go with them.</exception>
    public PhrasePrefixQuery(IEnumerable<Term> terms, IEnumerable<int> positions, Term prefix, int prefixPosition)
    {
        Term[] before = [.. terms];
        int[] places = [.. positions];
        PhrasePositions.Check([.. before, prefix], [.. places, prefixPosition]);
        IEnumerable<PhrasePart> parts = before.Zip(places, (term, position) => new PhrasePart(term, position));
        _parts = [.. parts, new PhrasePart(prefix, prefixPosition, IsPrefix: true)];
    }

    /// <summary>Gets the terms and beginnings.</summary>
    public IReadOnlyList<PhrasePart> Parts => _parts;

    /// <summary>Gets what a highlighter marks of the terms that are known by their beginning.</summary>
    public PrefixMarks Marks { get; init; }

    /// <inheritdoc/>
    public override Weight CreateWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) =>
        new PhraseWeight(this, Pattern(), searcher, scoreMode, boost);

    /// <inheritdoc/>
    public override Query Rewrite(IndexSearcher searcher)
    {
        if (_parts.All(part => !part.IsPrefix))
        {
            return new PhraseQuery(_parts.Select(part => part.Term), _parts.Select(part => part.Position));
        }

        return _parts.Length == 1 ? new PrefixQuery(_parts[0].Term) { Marks = Marks } : this;
    }

    /// <inheritdoc/>
    public bool Equals(PhrasePrefixQuery? other) =>
        other is not null && Marks == other.Marks && _parts.AsSpan().SequenceEqual(other._parts.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Marks);
        foreach (PhrasePart part in _parts)
        {
            hash.Add(part);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString(string field) => Pattern().ToString(field);

    /// <summary>Returns the slots to fill.</summary>
    internal PhrasePattern Pattern() => new([.. _parts.Select(ToSlot)], slop: 0);

    private PhraseSlot ToSlot(PhrasePart part) =>
        new(part.Position, [part.Term], part.IsPrefix, part.IsPrefix ? Marks : PrefixMarks.WholeTerm);
}
