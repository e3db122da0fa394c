using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Tests.Search.Support;

/// <summary>Takes the norms of a segment into memory, signed as the index stores them.</summary>
internal sealed class MemoryNormsConsumer(MemorySegment segment) : NormsConsumer
{
    public override void WriteField(FieldInfo field, FixedBitSet? docsWithField, ReadOnlySpan<byte> normByDoc)
    {
        long[] values = Array.ConvertAll(normByDoc.ToArray(), norm => (long)(sbyte)norm);
        segment.Norms.Add(field.Name, new MemoryColumn(docsWithField, values));
    }

    public override void Finish()
    {
    }

    protected override void Dispose(bool disposing)
    {
    }
}
