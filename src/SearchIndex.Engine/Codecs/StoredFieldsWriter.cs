namespace SearchIndex.Engine.Codecs;

/// <summary>Writes the stored fields of a segment, document by document, then <see cref="Finish"/>. For one thread.</summary>
public abstract class StoredFieldsWriter : IDisposable
{
    /// <summary>Adds the next document. Every document of the segment is added, also one without stored fields.</summary>
    /// <param name="serialized">Its fields as made by <see cref="StoredDocumentBuilder"/> (spec 9.6).</param>
    /// <param name="fieldCount">The number of fields in it.</param>
    public abstract void AddDocument(ReadOnlySpan<byte> serialized, int fieldCount);

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
