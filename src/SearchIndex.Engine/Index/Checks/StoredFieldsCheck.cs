using SearchIndex.Engine.Codecs;

namespace SearchIndex.Engine.Index.Checks;

/// <summary>Every document can be read, in a row and out of order (spec 14, 19).</summary>
internal sealed class StoredFieldsCheck : StoredFieldVisitor
{
    /// <summary>How far apart the documents are that are read again on their own; no divisor of usual chunk sizes.</summary>
    private const int Stride = 97;

    private long _values;
    private uint _digest;

    public static string Run(SegmentReader reader, CancellationToken cancellation)
    {
        var check = new StoredFieldsCheck();
        using StoredFieldsReader inOrder = reader.OpenStoredFields();
        using StoredFieldsReader jumping = reader.OpenStoredFields();
        for (int docId = 0; docId < reader.MaxDoc; docId++)
        {
            cancellation.ThrowIfCancellationRequested();
            uint digest = check.Read(inOrder, docId);
            if (docId % Stride == 0)
            {
                uint again = check.Read(jumping, docId);
                Expect.That(digest == again, $"document {docId} is another when it is read on its own");
            }
        }

        return $"{reader.MaxDoc} documents, {check._values} values";
    }

    /// <inheritdoc/>
    public override void StringField(FieldInfo field, ReadOnlySpan<byte> utf8) => Add(field, Util.Crc32.Append(0, utf8));

    /// <inheritdoc/>
    public override void BinaryField(FieldInfo field, ReadOnlySpan<byte> value) => Add(field, Util.Crc32.Append(0, value));

    /// <inheritdoc/>
    public override void Int32Field(FieldInfo field, int value) => Add(field, (uint)value);

    /// <inheritdoc/>
    public override void Int64Field(FieldInfo field, long value) => Add(field, (uint)value.GetHashCode());

    /// <inheritdoc/>
    public override void SingleField(FieldInfo field, float value) => Add(field, (uint)value.GetHashCode());

    /// <inheritdoc/>
    public override void DoubleField(FieldInfo field, double value) => Add(field, (uint)value.GetHashCode());

    private uint Read(StoredFieldsReader stored, int docId)
    {
        _digest = 0;
        stored.VisitDocument(docId, this);
        return _digest;
    }

    private void Add(FieldInfo field, uint value)
    {
        _values++;
        _digest = (((_digest * 31) + (uint)field.Number) * 31) + value;
    }
}
