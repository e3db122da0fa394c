namespace SearchIndex.Engine.Codecs;

/// <summary>Walks over the terms of a field in ascending order of their bytes. For one thread.</summary>
public abstract class TermsEnum
{
    /// <summary>Gets the bytes of the current term, valid until the next move.</summary>
    public abstract ReadOnlySpan<byte> Term { get; }

    /// <summary>Gets the number of documents that hold the current term, deleted ones included.</summary>
    public abstract int DocFreq { get; }

    /// <summary>Gets the number of occurrences of the current term; the document frequency when the field keeps no frequencies.</summary>
    public abstract long TotalTermFreq { get; }

    /// <summary>Moves to the next term; at the start to the first. Returns false behind the last.</summary>
    public abstract bool Next();

    /// <summary>Moves to exactly this term. When it returns false, the position is undefined until the next successful seek.</summary>
    public abstract bool SeekExact(ReadOnlySpan<byte> term);

    /// <summary>Moves to the smallest term at or behind <paramref name="term"/>.</summary>
    public abstract SeekStatus SeekCeil(ReadOnlySpan<byte> term);

    /// <summary>
    /// Returns the postings of the current term. They stay valid when this enum moves on. <paramref name="reuse"/>, when it came from
    /// the same segment, may be recycled and then must not be used any more.
    /// </summary>
    public abstract PostingsEnum Postings(PostingsFeatures features, PostingsEnum? reuse = null);

    /// <summary>Returns the postings of the current term together with their impacts.</summary>
    public abstract ImpactsEnum Impacts(PostingsFeatures features);
}
