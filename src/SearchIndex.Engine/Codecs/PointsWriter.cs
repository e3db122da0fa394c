namespace SearchIndex.Engine.Codecs;

/// <summary>Writes the points of a segment, field by field in any order, then <see cref="Finish"/>. For one thread.</summary>
public abstract class PointsWriter : IDisposable
{
    /// <summary>Writes the points of a field, which has one dimension. The buffer is sorted by this.</summary>
    /// <param name="field">The field.</param>
    /// <param name="points">Its points; when there are none, nothing is written.</param>
    public abstract void WriteField(FieldInfo field, PointBuffer points);

    /// <summary>Ends the files with their footers.</summary>
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
