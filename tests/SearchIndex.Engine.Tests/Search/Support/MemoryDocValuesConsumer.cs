using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Tests.Search.Support;

/// <summary>Takes the numeric columns of a segment into memory.</summary>
internal sealed class MemoryDocValuesConsumer(MemorySegment segment) : DocValuesConsumer
{
    public override void WriteNumeric(FieldInfo field, FixedBitSet? docsWithField, ReadOnlySpan<long> valueByDoc) =>
        segment.Numbers.Add(field.Name, new MemoryColumn(docsWithField, valueByDoc.ToArray()));

    public override void WriteSorted(FieldInfo field, IReadOnlyList<byte[]> sortedValues, ReadOnlySpan<int> ordByDoc) =>
        throw new NotSupportedException();

    public override void WriteBinary(FieldInfo field, ReadOnlySpan<byte[]?> valueByDoc) => throw new NotSupportedException();

    public override void WriteSortedNumeric(FieldInfo field, ReadOnlySpan<int> startByDoc, ReadOnlySpan<long> values) =>
        throw new NotSupportedException();

    public override void WriteSortedSet(
        FieldInfo field, IReadOnlyList<byte[]> sortedValues, ReadOnlySpan<int> startByDoc, ReadOnlySpan<int> ords) =>
        throw new NotSupportedException();

    public override void Finish()
    {
    }

    protected override void Dispose(bool disposing)
    {
    }
}
