namespace SearchIndex.Engine.Codecs;

/// <summary>The doc values of a segment. Safe for several threads; the iterators it makes are not.</summary>
public abstract class DocValuesProducer : IDisposable
{
    /// <summary>Returns the numbers of a field with <see cref="Util.DocValuesType.Numeric"/>.</summary>
    public abstract NumericDocValues GetNumeric(FieldInfo field);

    /// <summary>Returns the values of a field with <see cref="Util.DocValuesType.Binary"/>.</summary>
    public abstract BinaryDocValues GetBinary(FieldInfo field);

    /// <summary>Returns the values of a field with <see cref="Util.DocValuesType.Sorted"/>.</summary>
    public abstract SortedDocValues GetSorted(FieldInfo field);

    /// <summary>Returns the values of a field with <see cref="Util.DocValuesType.SortedSet"/>.</summary>
    public abstract SortedSetDocValues GetSortedSet(FieldInfo field);

    /// <summary>Returns the numbers of a field with <see cref="Util.DocValuesType.SortedNumeric"/>.</summary>
    public abstract SortedNumericDocValues GetSortedNumeric(FieldInfo field);

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
