using SearchIndex.Engine.Codecs;

namespace SearchIndex.Engine.Tests.Search.Support;

/// <summary>Gives the terms of a segment in memory.</summary>
internal sealed class MemoryFieldsProducer(MemorySegment segment) : FieldsProducer
{
    public override Terms? Terms(string field) => segment.Terms.GetValueOrDefault(field);

    public override void CheckIntegrity()
    {
    }

    protected override void Dispose(bool disposing)
    {
    }
}
