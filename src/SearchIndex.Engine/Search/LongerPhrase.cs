namespace SearchIndex.Engine.Search;

/// <summary>
/// A longer phrase in which an occurrence of a <see cref="ProximityForm"/> does not count, as 布希 does not in 布希亚. Two are equal when query
/// and lead are.
/// </summary>
public sealed record LongerPhrase
{
    /// <summary>Creates the longer phrase.</summary>
    /// <param name="query">
    /// A <see cref="TermQuery"/>, a <see cref="PrefixQuery"/>, or a <see cref="PhraseQuery"/>, <see cref="MultiPhraseQuery"/> or
    /// <see cref="PhrasePrefixQuery"/> of one or more terms without slop, over the field of the form.
    /// </param>
    /// <param name="lead">How many positions of it come before the form, 0 or more: 1 for 布希 in 阿布希.</param>
    /// <exception cref="ArgumentException">The query is of another kind.</exception>
    public LongerPhrase(Query query, int lead)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfNegative(lead);
        if (PhrasePattern.Of(query) is not { Slop: 0, Slots.Count: > 0 })
        {
            throw new ArgumentException($"a longer phrase is a term, a beginning or an exact phrase, not {query}", nameof(query));
        }

        Query = query;
        Lead = lead;
    }

    /// <summary>Gets the query.</summary>
    public Query Query { get; }

    /// <summary>Gets how many positions come before the form.</summary>
    public int Lead { get; }

    /// <summary>Returns the slots to fill.</summary>
    internal PhrasePattern Pattern() => PhrasePattern.Of(Query)!;
}
