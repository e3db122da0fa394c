using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Codecs;

/// <summary>Writes the norms of a segment, field by field in any order, then <see cref="Finish"/>. For one thread.</summary>
public abstract class NormsConsumer : IDisposable
{
    /// <summary>Writes the norms of a field.</summary>
    /// <param name="field">The field.</param>
    /// <param name="docsWithField">Which documents have the field, be its text empty; null when all have.</param>
    /// <param name="normByDoc">The norm byte of each document of the segment; 0 for an empty text, not looked at without the field.</param>
    public abstract void WriteField(FieldInfo field, FixedBitSet? docsWithField, ReadOnlySpan<byte> normByDoc);

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
