using SearchIndex.Engine.Codecs;

namespace SearchIndex.Engine.Tests.Search.Support;

/// <summary>Gives the numeric columns of a segment in memory.</summary>
internal sealed class MemoryDocValuesProducer(MemorySegment segment) : DocValuesProducer
{
    public override NumericDocValues GetNumeric(FieldInfo field) => new MemoryNumericDocValues(segment.Numbers[field.Name]);

    public override BinaryDocValues GetBinary(FieldInfo field) => throw new NotSupportedException();

    public override SortedDocValues GetSorted(FieldInfo field) => throw new NotSupportedException();

    public override SortedSetDocValues GetSortedSet(FieldInfo field) => throw new NotSupportedException();

    public override SortedNumericDocValues GetSortedNumeric(FieldInfo field) => throw new NotSupportedException();

    public override void CheckIntegrity()
    {
    }

    protected override void Dispose(bool disposing)
    {
    }
}
