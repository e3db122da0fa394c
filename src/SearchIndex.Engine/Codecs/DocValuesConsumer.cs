using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Codecs;

/// <summary>Writes the doc values of a segment, field by field in any order, then <see cref="Finish"/>. For one thread.</summary>
public abstract class DocValuesConsumer : IDisposable
{
    /// <summary>Writes a field of one number a document.</summary>
    /// <param name="field">The field.</param>
    /// <param name="docsWithField">Which documents have a number; null when all have.</param>
    /// <param name="valueByDoc">The number of each document of the segment; not looked at where there is none.</param>
    public abstract void WriteNumeric(FieldInfo field, FixedBitSet? docsWithField, ReadOnlySpan<long> valueByDoc);

    /// <summary>Writes a field of one byte string a document.</summary>
    /// <param name="field">The field.</param>
    /// <param name="sortedValues">The distinct values in ascending byte order; each is used by some document.</param>
    /// <param name="ordByDoc">The ordinal of each document of the segment, or -1 for none.</param>
    public abstract void WriteSorted(FieldInfo field, IReadOnlyList<byte[]> sortedValues, ReadOnlySpan<int> ordByDoc);

    /// <summary>Writes a field of one byte string a document, in no order.</summary>
    /// <param name="field">The field.</param>
    /// <param name="valueByDoc">The value of each document of the segment, or null for none.</param>
    public abstract void WriteBinary(FieldInfo field, ReadOnlySpan<byte[]?> valueByDoc);

    /// <summary>Writes a field of several numbers a document.</summary>
    /// <param name="field">The field.</param>
    /// <param name="startByDoc">
    /// Where the numbers of each document start, and the end of the last; a document without numbers has an empty range.
    /// </param>
    /// <param name="values">The numbers of all documents, ascending within each; equal ones may repeat.</param>
    public abstract void WriteSortedNumeric(FieldInfo field, ReadOnlySpan<int> startByDoc, ReadOnlySpan<long> values);

    /// <summary>Writes a field of a set of byte strings a document.</summary>
    /// <param name="field">The field.</param>
    /// <param name="sortedValues">The distinct values in ascending byte order; each is used by some document.</param>
    /// <param name="startByDoc">
    /// Where the ordinals of each document start, and the end of the last; a document without values has an empty range.
    /// </param>
    /// <param name="ords">The ordinals of all documents, ascending and distinct within each.</param>
    public abstract void WriteSortedSet(
        FieldInfo field, IReadOnlyList<byte[]> sortedValues, ReadOnlySpan<int> startByDoc, ReadOnlySpan<int> ords);

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
