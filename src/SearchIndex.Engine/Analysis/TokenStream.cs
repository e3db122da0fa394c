namespace SearchIndex.Engine.Analysis;

/// <summary>
/// Turns a text into tokens, one at a time, through one reused view: no object is made per token. Order of calls:
/// <c>Reset IncrementToken* </c>, and after false <see cref="FinalOffset"/> and <see cref="FinalPositionIncrement"/>; then
/// <see cref="Reset"/> again for the next text. For one thread.
/// </summary>
public abstract class TokenStream
{
    /// <summary>Gets the text of the current token, valid until the next call. May hold lone surrogates when the text does.</summary>
    public abstract ReadOnlySpan<char> Term { get; }

    /// <summary>Gets the offset in UTF-16 units where the current token starts in the text.</summary>
    public int StartOffset { get; protected set; }

    /// <summary>Gets the offset in UTF-16 units behind the current token.</summary>
    public int EndOffset { get; protected set; }

    /// <summary>Gets how far the current token stands behind the one before it; 1 for neighbours, 0 for the same position.</summary>
    public int PositionIncrement { get; protected set; }

    /// <summary>Gets, after the last token, the offset of the end of the text.</summary>
    public int FinalOffset { get; protected set; }

    /// <summary>Gets, after the last token, the increments of tokens that were left out at the end.</summary>
    public int FinalPositionIncrement { get; protected set; }

    /// <summary>Begins a text. It must not change while it is read.</summary>
    public abstract void Reset(ReadOnlyMemory<char> text);

    /// <summary>Moves to the next token; false behind the last.</summary>
    public abstract bool IncrementToken();
}
