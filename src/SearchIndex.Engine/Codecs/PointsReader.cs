namespace SearchIndex.Engine.Codecs;

/// <summary>The points of a segment. Safe for several threads.</summary>
public abstract class PointsReader : IDisposable
{
    /// <summary>Returns the points of a field, or null when it has none in this segment.</summary>
    /// <exception cref="NotSupportedException">The field has points of several dimensions, which this engine does not read.</exception>
    public abstract PointValues? GetValues(FieldInfo field);

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
