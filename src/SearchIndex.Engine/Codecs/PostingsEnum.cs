namespace SearchIndex.Engine.Codecs;

/// <summary>
/// The documents of a term, and in each its frequency, positions and offsets, as far as the field keeps them and the caller asked
/// for them. Positions come in ascending order, at most <see cref="Freq"/> times a document.
/// </summary>
public abstract class PostingsEnum : DocIdSetIterator
{
    /// <summary>Gets how often the term occurs in the current document; 1 when the field does not keep frequencies.</summary>
    public abstract int Freq { get; }

    /// <summary>Gets the offset in UTF-16 units where the current occurrence starts, or -1 when offsets are not kept.</summary>
    public abstract int StartOffset { get; }

    /// <summary>Gets the offset in UTF-16 units behind the current occurrence, or -1 when offsets are not kept.</summary>
    public abstract int EndOffset { get; }

    /// <summary>
    /// Moves to the next occurrence in the current document and returns its position, or -1 when positions are not kept. Must not be
    /// called more than <see cref="Freq"/> times a document.
    /// </summary>
    public abstract int NextPosition();
}
