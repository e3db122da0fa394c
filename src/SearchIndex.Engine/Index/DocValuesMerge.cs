using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Index;

/// <summary>Copies the doc values of live documents; sorted ones get new ordinals over the values still used.</summary>
internal static class DocValuesMerge
{
    public static void Run(IReadOnlyList<MergeSource> sources, SegmentState state, DocValuesConsumer consumer)
    {
        foreach (FieldInfo field in state.Fields)
        {
            switch (field.DocValuesType)
            {
                case DocValuesType.None:
                    break;
                case DocValuesType.Numeric:
                    MergeNumeric(field, sources, state, consumer);
                    break;
                case DocValuesType.Sorted:
                    MergeSorted(field, sources, state, consumer);
                    break;
                default:
                    throw new NotSupportedException($"field {field.Name}: doc values of type {field.DocValuesType} are read, not merged");
            }
        }
    }

    private static void MergeNumeric(
        FieldInfo field, IReadOnlyList<MergeSource> sources, SegmentState state, DocValuesConsumer consumer)
    {
        var values = new long[state.Segment.MaxDoc];
        var docsWithField = new FixedBitSet(values.Length);
        foreach (MergeSource source in sources)
        {
            if (source.Reader.GetNumericDocValues(field.Name) is not { } column)
            {
                continue;
            }

            foreach ((int _, int docId) in source.LiveDocuments(column))
            {
                values[docId] = column.Value;
                docsWithField.Set(docId);
            }
        }

        bool all = docsWithField.Cardinality() == values.Length;
        consumer.WriteNumeric(field, all ? null : docsWithField, values);
    }

    private static void MergeSorted(
        FieldInfo field, IReadOnlyList<MergeSource> sources, SegmentState state, DocValuesConsumer consumer)
    {
        var ordByDoc = new int[state.Segment.MaxDoc];
        Array.Fill(ordByDoc, -1);
        var firstSeen = new Dictionary<byte[], int>(ByteEquality.Instance);
        foreach (MergeSource source in sources)
        {
            if (source.Reader.GetSortedDocValues(field.Name) is { } column)
            {
                Collect(source, column, firstSeen, ordByDoc);
            }
        }

        byte[][] sorted = [.. firstSeen.Keys.Order(Utf8Order.Instance)];
        var newOrd = new int[sorted.Length];
        for (int ord = 0; ord < sorted.Length; ord++)
        {
            newOrd[firstSeen[sorted[ord]]] = ord;
        }

        for (int docId = 0; docId < ordByDoc.Length; docId++)
        {
            ordByDoc[docId] = ordByDoc[docId] < 0 ? -1 : newOrd[ordByDoc[docId]];
        }

        consumer.WriteSorted(field, sorted, ordByDoc);
    }

    private static void Collect(MergeSource source, SortedDocValues column, Dictionary<byte[], int> firstSeen, int[] ordByDoc)
    {
        var known = new int[column.ValueCount];
        Array.Fill(known, -1);
        foreach ((int _, int docId) in source.LiveDocuments(column))
        {
            int ord = column.OrdValue;
            if (known[ord] < 0)
            {
                byte[] value = column.LookupOrd(ord).ToArray();
                if (!firstSeen.TryGetValue(value, out known[ord]))
                {
                    known[ord] = firstSeen.Count;
                    firstSeen.Add(value, known[ord]);
                }
            }

            ordByDoc[docId] = known[ord];
        }
    }
}
