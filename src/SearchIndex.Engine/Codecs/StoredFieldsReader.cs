namespace SearchIndex.Engine.Codecs;

/// <summary>The stored fields of a segment. For one thread; <see cref="Clone"/> gives a reader for another.</summary>
public abstract class StoredFieldsReader : IDisposable
{
    /// <summary>Shows the fields of a document to <paramref name="visitor"/>.</summary>
    public abstract void VisitDocument(int docId, StoredFieldVisitor visitor);

    /// <summary>
    /// Returns the serialized fields of a document (spec 9.6), valid until the next call, and their number. Field numbers are those of
    /// this segment. Merges copy these bytes where the numbers agree.
    /// </summary>
    public abstract ReadOnlySpan<byte> Serialized(int docId, out int fieldCount);

    /// <summary>Returns a reader over the same files for another thread.</summary>
    public abstract StoredFieldsReader Clone();

    /// <summary>Reads every file whole and compares its checksum.</summary>
    /// <exception cref="Store.CorruptIndexException">A checksum differs.</exception>
    public abstract void CheckIntegrity();

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the files when this is the reader that opened them.</summary>
    protected abstract void Dispose(bool disposing);
}
