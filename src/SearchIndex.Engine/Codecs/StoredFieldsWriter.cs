namespace SearchIndex.Engine.Codecs;

/// <summary>Writes the stored fields of a segment, document by document, then <see cref="Finish"/>. For one thread.</summary>
public abstract class StoredFieldsWriter : IDisposable
{
    /// <summary>Adds the next document. Every document of the segment is added, also one without stored fields.</summary>
    /// <param name="serialized">Its fields as made by <see cref="StoredDocumentBuilder"/> (spec 9.6).</param>
    /// <param name="fieldCount">The number of fields in it.</param>
    public abstract void AddDocument(ReadOnlySpan<byte> serialized, int fieldCount);

    /// <summary>
    /// Adds all documents of a segment as they lie in its files, without expanding them, where both formats agree and the result stays dense.
    /// No document of the segment may be deleted, and its fields must have the numbers that they have here.
    /// </summary>
    /// <returns>Whether it did; otherwise nothing was added.</returns>
    public virtual bool TryAddAll(StoredFieldsReader reader) => false;

    /// <summary>Ends the files with their footers.</summary>
    /// <param name="maxDoc">The number of documents that must have been added.</param>
    public abstract void Finish(int maxDoc);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the files.</summary>
    protected abstract void Dispose(bool disposing);
}
