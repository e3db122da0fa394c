using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Index;

/// <summary>The norms of a merged segment in memory, one byte a document and field: written as norms, and read again for the impacts.</summary>
internal sealed class NormsByField
{
    private readonly Dictionary<FieldInfo, (FixedBitSet? DocsWithField, byte[] Norms)> _fields = [];

    private NormsByField()
    {
    }

    /// <summary>Collects the norms of all fields that have them.</summary>
    /// <exception cref="NotSupportedException">A norm does not fit a byte: another similarity wrote it.</exception>
    public static NormsByField Read(IReadOnlyList<MergeSource> sources, SegmentState state)
    {
        var result = new NormsByField();
        foreach (FieldInfo field in state.Fields.Where(field => field.HasNorms))
        {
            var docsWithField = new FixedBitSet(state.Segment.MaxDoc);
            var norms = new byte[state.Segment.MaxDoc];
            foreach (MergeSource source in sources)
            {
                if (source.Reader.GetNorms(field.Name) is { } values)
                {
                    Collect(field, source, values, docsWithField, norms);
                }
            }

            bool all = docsWithField.Cardinality() == norms.Length;
            result._fields.Add(field, (all ? null : docsWithField, norms));
        }

        return result;
    }

    /// <summary>Writes all fields.</summary>
    public void Write(NormsConsumer consumer)
    {
        foreach ((FieldInfo field, (FixedBitSet? docsWithField, byte[] norms)) in _fields)
        {
            consumer.WriteField(field, docsWithField, norms);
        }
    }

    /// <summary>Returns the norms of a field by document; empty when it has none.</summary>
    public ReadOnlyMemory<byte> Of(FieldInfo field) => _fields.TryGetValue(field, out var entry) ? entry.Norms : default;

    private static void Collect(FieldInfo field, MergeSource source, NumericDocValues values, FixedBitSet docsWithField, byte[] norms)
    {
        foreach ((int _, int docId) in source.LiveDocuments(values))
        {
            if (values.Value is < sbyte.MinValue or > sbyte.MaxValue)
            {
                throw new NotSupportedException($"norm {values.Value} of field {field.Name} does not fit a byte: it is of another similarity");
            }

            docsWithField.Set(docId);
            norms[docId] = (byte)values.Value;
        }
    }
}
