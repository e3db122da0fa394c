namespace SearchIndex.Engine.Codecs;

/// <summary>The norms of a segment: one number for each document that has the field (spec 7).</summary>
public abstract class NormsProducer : IDisposable
{
    /// <summary>Returns the norms of a field that has them.</summary>
    public abstract NumericDocValues GetNorms(FieldInfo field);

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
