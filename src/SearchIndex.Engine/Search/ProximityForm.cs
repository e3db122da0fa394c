using System.Collections.Immutable;

namespace SearchIndex.Engine.Search;

/// <summary>
/// One of the forms in which a unit of a <see cref="ProximityQuery"/> may stand: a term, a beginning, or an exact phrase, and how long it
/// is. An occurrence covers <see cref="Length"/> positions from that of its first term on, and does not count where it is part of a longer
/// phrase that the form names. Two forms are equal when query, length and longer phrases (in their order) are.
/// </summary>
public sealed record ProximityForm
{
    private readonly ImmutableArray<LongerPhrase> _notWithin;

    /// <summary>The greatest length.</summary>
    public const int MaxLength = 1 << 16;

    /// <summary>Creates the form.</summary>
    /// <param name="query">
    /// A <see cref="TermQuery"/>, a <see cref="PrefixQuery"/>, or a <see cref="PhraseQuery"/>, <see cref="MultiPhraseQuery"/> or
    /// <see cref="PhrasePrefixQuery"/> of one or more terms without slop; with or without a label.
    /// </param>
    /// <param name="length">
    /// How many positions an occurrence covers, up to <see cref="MaxLength"/> and at least those from the first term to the last, which is
    /// what null stands for. In a field of pairs of characters, where a position is that of a character and a term covers two of them, it
    /// is the number of characters of the text: 3 for the phrase of 特朗 and 朗普.
    /// </param>
    /// <param name="notWithin">Longer phrases of the same field, in which an occurrence does not count; none by default.</param>
    /// <exception cref="ArgumentException">The query is of another kind, or a longer phrase of another field.</exception>
    public ProximityForm(Query query, int? length = null, IEnumerable<LongerPhrase>? notWithin = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (PhrasePattern.Of(query) is not { Slop: 0, Slots.Count: > 0 } pattern)
        {
            throw new ArgumentException($"a form is a term, a beginning or an exact phrase, not {query}", nameof(query));
        }

        int shortest = pattern.Slots[^1].Position - pattern.Slots[0].Position + 1;
        Length = length ?? shortest;
        ArgumentOutOfRangeException.ThrowIfLessThan(Length, shortest, nameof(length));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Length, MaxLength, nameof(length));
        Query = query;
        _notWithin = [.. notWithin ?? []];
        if (_notWithin.Any(phrase => phrase.Pattern().Field != pattern.Field))
        {
            throw new ArgumentException($"all longer phrases must be of the field {pattern.Field}", nameof(notWithin));
        }
    }

    /// <summary>Gets the query.</summary>
    public Query Query { get; }

    /// <summary>Gets how many positions an occurrence covers.</summary>
    public int Length { get; }

    /// <summary>Gets the longer phrases in which an occurrence does not count.</summary>
    public IReadOnlyList<LongerPhrase> NotWithin => _notWithin;

    /// <summary>Gets the label, or null when the query has none.</summary>
    public string? Label => (Query as NamedQuery)?.Label;

    /// <inheritdoc/>
    public bool Equals(ProximityForm? other) =>
        other is not null && Length == other.Length && Query.Equals(other.Query) && _notWithin.AsSpan().SequenceEqual(other._notWithin.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Query, Length, _notWithin.Length);

    /// <summary>Returns <c>"one two"</c>, or <c>"one two" not in "one two three"</c>; terms of the field go without its name.</summary>
    internal string ToString(string field) => _notWithin.IsEmpty
        ? Query.ToString(field)
        : $"{Query.ToString(field)} not in {string.Join(", ", _notWithin.Select(phrase => phrase.Query.ToString(field)))}";

    /// <summary>Returns the slots to fill.</summary>
    internal PhrasePattern Pattern() => PhrasePattern.Of(Query)!;
}
