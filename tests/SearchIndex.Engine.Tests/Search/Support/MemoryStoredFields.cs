using SearchIndex.Engine.Codecs;

namespace SearchIndex.Engine.Tests.Search.Support;

/// <summary>Stored fields that nobody reads in the tests of searching.</summary>
internal static class MemoryStoredFields
{
    internal sealed class Writer : StoredFieldsWriter
    {
        public override void AddDocument(ReadOnlySpan<byte> serialized, int fieldCount)
        {
        }

        public override void Finish(int maxDoc)
        {
        }

        protected override void Dispose(bool disposing)
        {
        }
    }

    internal sealed class Reader : StoredFieldsReader
    {
        public override void VisitDocument(int docId, StoredFieldVisitor visitor)
        {
        }

        public override ReadOnlySpan<byte> Serialized(int docId, out int fieldCount) => throw new NotSupportedException();

        public override StoredFieldsReader Clone() => new Reader();

        public override void CheckIntegrity()
        {
        }

        protected override void Dispose(bool disposing)
        {
        }
    }
}
