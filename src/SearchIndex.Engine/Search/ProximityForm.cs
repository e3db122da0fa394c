namespace SearchIndex.Engine.Search;

/// <summary>
/// One of the forms in which a unit of a <see cref="ProximityQuery"/> may stand: a term, a beginning, or an exact phrase, and how long it
/// is. An occurrence covers <see cref="Length"/> positions from that of its first term on. Two forms are equal when query and length are.
/// </summary>
public sealed record ProximityForm
{
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
    /// <exception cref="ArgumentException">The query is of another kind.</exception>
    public ProximityForm(Query query, int? length = null)
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
    }

    /// <summary>Gets the query.</summary>
    public Query Query { get; }

    /// <summary>Gets how many positions an occurrence covers.</summary>
    public int Length { get; }

    /// <summary>Gets the label, or null when the query has none.</summary>
    public string? Label => (Query as NamedQuery)?.Label;

    /// <summary>Returns the slots to fill.</summary>
    internal PhrasePattern Pattern() => PhrasePattern.Of(Query)!;
}
