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

    /// <summary>
    /// Copies documents from the current one on, and moves to the first that was not copied. The enum must have been moved.
    /// </summary>
    /// <param name="upTo">The document at which to stop, exclusive.</param>
    /// <param name="docs">Receives the documents.</param>
    /// <param name="freqs">Receives their frequencies, and has as much room; empty when they are not wanted.</param>
    /// <returns>How many were copied; 0 when the current document is not below <paramref name="upTo"/>.</returns>
    public virtual int NextDocs(int upTo, Span<int> docs, Span<int> freqs)
    {
        int count = 0;
        for (int doc = DocId; doc < upTo && count < docs.Length; doc = NextDoc())
        {
            if (!freqs.IsEmpty)
            {
                freqs[count] = Freq;
            }

            docs[count++] = doc;
        }

        return count;
    }
}
