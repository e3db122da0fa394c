using SearchIndex.Engine.Codecs;

namespace SearchIndex.Engine.Tests.Search.Support;

/// <summary>Gives the norms of a segment in memory.</summary>
internal sealed class MemoryNormsProducer(MemorySegment segment) : NormsProducer
{
    public override NumericDocValues GetNorms(FieldInfo field) => new MemoryNumericDocValues(segment.Norms[field.Name]);

    public override void CheckIntegrity()
    {
    }

    protected override void Dispose(bool disposing)
    {
    }
}
