namespace SearchIndex.Engine.Codecs;

/// <summary>Postings that also tell which (frequency, norm) pairs the documents ahead can have at best (spec 13.6).</summary>
public abstract class ImpactsEnum : PostingsEnum
{
    /// <summary>Gets how many levels of skip data are valid at the shallow position; 1 or more. A higher level spans more documents.</summary>
    public abstract int ImpactLevels { get; }

    /// <summary>
    /// Moves the skip cursor to the block that holds <paramref name="target"/>, without decoding documents and without moving
    /// <see cref="DocIdSetIterator.DocId"/>. The target must not go backwards, nor lie before the current document.
    /// </summary>
    public abstract void AdvanceShallow(int target);

    /// <summary>Returns the last document (inclusive) that level <paramref name="level"/> speaks for, from the shallow target on.</summary>
    public abstract int ImpactsUpTo(int level);

    /// <summary>Returns the competitive pairs of a level, both parts strictly increasing; valid until the next shallow move.</summary>
    public abstract ReadOnlySpan<Impact> Impacts(int level);
}
