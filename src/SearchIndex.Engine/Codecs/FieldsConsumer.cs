namespace SearchIndex.Engine.Codecs;

/// <summary>
/// Writes the inverted index of a segment, pushed in this order:
/// <c>(StartField (StartTerm (StartDocument AddPosition* )+ FinishTerm)* FinishField)* Finish</c>.
/// Fields come in ordinal order of their names, terms in ascending byte order, documents ascending. For one thread.
/// </summary>
public abstract class FieldsConsumer : IDisposable
{
    /// <summary>Begins a field.</summary>
    /// <param name="field">Its name, number and index options.</param>
    /// <param name="norms">The norm byte of each document of the segment, for the impacts; empty when the field has no norms.</param>
    public abstract void StartField(FieldInfo field, ReadOnlyMemory<byte> norms);

    /// <summary>Begins a term, greater than the one before. Terms that get no document are left out.</summary>
    public abstract void StartTerm(ReadOnlySpan<byte> term);

    /// <summary>Begins a document of the term.</summary>
    /// <param name="docId">The document, greater than the one before.</param>
    /// <param name="freq">The number of occurrences, 1 or more; not looked at when the field keeps none.</param>
    public abstract void StartDocument(int docId, int freq);

    /// <summary>
    /// Adds one of the <c>freq</c> occurrences of the current document; only for fields with positions. Offsets are not looked at when
    /// the field keeps none.
    /// </summary>
    public abstract void AddPosition(int position, int startOffset, int endOffset);

    /// <summary>Ends the term.</summary>
    public abstract void FinishTerm();

    /// <summary>Ends the field.</summary>
    public abstract void FinishField();

    /// <summary>Ends all files with their footers. Nothing may follow but <see cref="IDisposable.Dispose"/>.</summary>
    public abstract void Finish();

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the files.</summary>
    protected abstract void Dispose(bool disposing);
}
