namespace SearchIndex.Engine.Codecs;

/// <summary>The inverted index of a segment: terms and postings of its fields. Safe for several threads.</summary>
public abstract class FieldsProducer : IDisposable
{
    /// <summary>Returns the terms of a field, or null when it has none in this segment.</summary>
    public abstract Terms? Terms(string field);

    /// <summary>Reads every file whole and compares its checksum.</summary>
    /// <exception cref="Store.CorruptIndexException">A checksum differs.</exception>
    public abstract void CheckIntegrity();

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the files.</summary>
    protected abstract void Dispose(bool disposing);
}
