using SearchIndex.Engine.Codecs;

namespace SearchIndex.Engine.Index;

/// <summary>
/// Copies the stored fields of live documents: where field numbers agree as they are compressed, or with deletes as bytes of each document, and
/// field by field where they do not.
/// </summary>
internal static class StoredFieldsMerge
{
    public static void Run(
        IReadOnlyList<MergeSource> sources, SegmentState state, StoredFieldsWriter writer, CancellationToken cancellation)
    {
        foreach (MergeSource source in sources)
        {
            cancellation.ThrowIfCancellationRequested();
            using StoredFieldsReader reader = source.Reader.OpenStoredFields();
            bool sameNumbers = source.Reader.FieldInfos.All(field => state.Fields.Find(field.Name)?.Number == field.Number);
            if (!sameNumbers)
            {
                CopyFields(source, reader, state, writer);
            }
            else if (source.Reader.LiveDocs is not null || !writer.TryAddAll(reader))
            {
                CopyDocuments(source, reader, writer);
            }
        }

        writer.Finish(state.Segment.MaxDoc);
    }

    private static void CopyDocuments(MergeSource source, StoredFieldsReader reader, StoredFieldsWriter writer)
    {
        for (int docId = 0; docId < source.Reader.MaxDoc; docId++)
        {
            if (source.NewNumber(docId) >= 0)
            {
                writer.AddDocument(reader.Serialized(docId, out int fieldCount), fieldCount);
            }
        }
    }

    private static void CopyFields(MergeSource source, StoredFieldsReader reader, SegmentState state, StoredFieldsWriter writer)
    {
        var renumber = new RenumberingVisitor(state.Fields);
        for (int docId = 0; docId < source.Reader.MaxDoc; docId++)
        {
            if (source.NewNumber(docId) >= 0)
            {
                renumber.Builder.Clear();
                reader.VisitDocument(docId, renumber);
                writer.AddDocument(renumber.Builder.Serialized, renumber.Builder.FieldCount);
            }
        }
    }

    private sealed class RenumberingVisitor(FieldInfos fields) : StoredFieldVisitor
    {
        public StoredDocumentBuilder Builder { get; } = new();

        public override void StringField(FieldInfo field, ReadOnlySpan<byte> utf8) => Builder.AddUtf8(NumberOf(field), utf8);

        public override void BinaryField(FieldInfo field, ReadOnlySpan<byte> value) => Builder.AddBinary(NumberOf(field), value);

        public override void Int32Field(FieldInfo field, int value) => Builder.AddInt32(NumberOf(field), value);

        public override void Int64Field(FieldInfo field, long value) => Builder.AddInt64(NumberOf(field), value);

        public override void SingleField(FieldInfo field, float value) => Builder.AddSingle(NumberOf(field), value);

        public override void DoubleField(FieldInfo field, double value) => Builder.AddDouble(NumberOf(field), value);

        private int NumberOf(FieldInfo field) => fields.Find(field.Name)!.Number;
    }
}
