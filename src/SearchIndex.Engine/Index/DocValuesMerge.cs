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
                case DocValuesType.Binary:
                    MergeBinary(field, sources, state, consumer);
                    break;
                case DocValuesType.SortedSet:
                    MergeSortedSet(field, sources, state, consumer);
                    break;
                case DocValuesType.SortedNumeric:
                    MergeSortedNumeric(field, sources, state, consumer);
                    break;
                default:
                    throw new NotSupportedException($"field {field.Name}: doc values of type {field.DocValuesType} are unknown");
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

    private static void MergeBinary(
        FieldInfo field, IReadOnlyList<MergeSource> sources, SegmentState state, DocValuesConsumer consumer)
    {
        var values = new byte[state.Segment.MaxDoc][];
        foreach (MergeSource source in sources)
        {
            if (source.Reader.GetBinaryDocValues(field.Name) is not { } column)
            {
                continue;
            }

            foreach ((int _, int docId) in source.LiveDocuments(column))
            {
                values[docId] = column.Value.ToArray();
            }
        }

        consumer.WriteBinary(field, values);
    }

    private static void MergeSorted(
        FieldInfo field, IReadOnlyList<MergeSource> sources, SegmentState state, DocValuesConsumer consumer)
    {
        var ordByDoc = new int[state.Segment.MaxDoc];
        Array.Fill(ordByDoc, -1);
        var ordinals = new MergedOrdinals();
        foreach (MergeSource source in sources)
        {
            if (source.Reader.GetSortedDocValues(field.Name) is not { } column)
            {
                continue;
            }

            ordinals.StartSource(column.ValueCount);
            foreach ((int _, int docId) in source.LiveDocuments(column))
            {
                int ord = column.OrdValue;
                int number = ordinals.Find(ord);
                ordByDoc[docId] = number >= 0 ? number : ordinals.Add(ord, column.LookupOrd(ord));
            }
        }

        (byte[][] sortedValues, int[] ordOfNumber) = ordinals.Sort();
        foreach (ref int ord in ordByDoc.AsSpan())
        {
            ord = ord < 0 ? -1 : ordOfNumber[ord];
        }

        consumer.WriteSorted(field, sortedValues, ordByDoc);
    }

    private static void MergeSortedSet(
        FieldInfo field, IReadOnlyList<MergeSource> sources, SegmentState state, DocValuesConsumer consumer)
    {
        var ranges = new ValueRanges<int>(state.Segment.MaxDoc);
        var ordinals = new MergedOrdinals();
        foreach (MergeSource source in sources)
        {
            if (source.Reader.GetSortedSetDocValues(field.Name) is not { } column)
            {
                continue;
            }

            ordinals.StartSource(column.ValueCount);
            foreach ((int _, int docId) in source.LiveDocuments(column))
            {
                for (long ord = column.NextOrd(); ord != SortedSetDocValues.NoMoreOrds; ord = column.NextOrd())
                {
                    int number = ordinals.Find(ord);
                    ranges.Add(docId, number >= 0 ? number : ordinals.Add(ord, column.LookupOrd(ord)));
                }
            }
        }

        (byte[][] sortedValues, int[] ordOfNumber) = ordinals.Sort();
        (int[] startByDoc, int[] ords) = ranges.Finish();
        foreach (ref int ord in ords.AsSpan())
        {
            ord = ordOfNumber[ord]; // Both orders are that of the bytes, so the ordinals of a document still ascend.
        }

        consumer.WriteSortedSet(field, sortedValues, startByDoc, ords);
    }

    private static void MergeSortedNumeric(
        FieldInfo field, IReadOnlyList<MergeSource> sources, SegmentState state, DocValuesConsumer consumer)
    {
        var ranges = new ValueRanges<long>(state.Segment.MaxDoc);
        foreach (MergeSource source in sources)
        {
            if (source.Reader.GetSortedNumericDocValues(field.Name) is not { } column)
            {
                continue;
            }

            foreach ((int _, int docId) in source.LiveDocuments(column))
            {
                for (int count = column.DocValueCount; count > 0; count--)
                {
                    ranges.Add(docId, column.NextValue());
                }
            }
        }

        (int[] startByDoc, long[] values) = ranges.Finish();
        consumer.WriteSortedNumeric(field, startByDoc, values);
    }
}
