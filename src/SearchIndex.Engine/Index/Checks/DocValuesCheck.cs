using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Index.Checks;

/// <summary>Every column reads the same in all ways, and values that are kept by ordinal are sorted and all used (spec 14, 20 and 21).</summary>
internal static class DocValuesCheck
{
    public static string Run(SegmentReader reader, CancellationToken cancellation)
    {
        int fields = 0;
        long documents = 0;
        foreach (FieldInfo field in reader.FieldInfos.Where(field => field.DocValuesType != DocValuesType.None))
        {
            cancellation.ThrowIfCancellationRequested();
            fields++;
            documents += FieldPart.Run(field, () => CheckField(reader, field));
        }

        return $"{fields} fields, {documents} values";
    }

    private static int CheckField(SegmentReader reader, FieldInfo field) => field.DocValuesType switch
    {
        DocValuesType.Numeric => Walk(reader, () => new NumericCursor(Present(reader.GetNumericDocValues(field.Name)))),
        DocValuesType.Binary => Walk(reader, () => new BinaryCursor(Present(reader.GetBinaryDocValues(field.Name)))),
        DocValuesType.SortedNumeric => Walk(reader, () => new SortedNumericCursor(Present(reader.GetSortedNumericDocValues(field.Name)))),
        DocValuesType.Sorted => CheckSorted(reader, field),
        DocValuesType.SortedSet => CheckSortedSet(reader, field),
        _ => throw new CorruptIndexException($"doc values of the unknown kind {field.DocValuesType}"),
    };

    private static int CheckSorted(SegmentReader reader, FieldInfo field)
    {
        SortedDocValues Open() => Present(reader.GetSortedDocValues(field.Name));
        SortedDocValues values = Open();
        Expect.That(values.ValueCount <= reader.MaxDoc, $"{values.ValueCount} values are more than {reader.MaxDoc} documents can use");
        CheckDictionary(values.ValueCount, ord => values.LookupOrd((int)ord));
        FixedBitSet used = new(values.ValueCount);
        int documents = Walk(reader, () => new SortedCursor(Open(), used));
        ExpectAllUsed(used, values.ValueCount);
        return documents;
    }

    private static int CheckSortedSet(SegmentReader reader, FieldInfo field)
    {
        SortedSetDocValues Open() => Present(reader.GetSortedSetDocValues(field.Name));
        SortedSetDocValues values = Open();
        Expect.That(values.ValueCount is >= 0 and < int.MaxValue, $"{values.ValueCount} values");

        // The dictionary is walked before memory is taken for its size: a wild number ends there.
        CheckDictionary(values.ValueCount, values.LookupOrd);
        FixedBitSet used = new((int)values.ValueCount);
        int documents = Walk(reader, () => new SortedSetCursor(Open(), used));
        ExpectAllUsed(used, values.ValueCount);
        return documents;
    }

    private static int Walk(SegmentReader reader, Func<ColumnCursor> open) => new ColumnWalk(open, reader.MaxDoc).Run();

    private static void CheckDictionary(long count, Lookup lookup)
    {
        byte[]? previous = null;
        for (long ord = 0; ord < count; ord++)
        {
            byte[] value = lookup(ord).ToArray();
            Expect.That(previous is null || previous.AsSpan().SequenceCompareTo(value) < 0, $"value {ord} does not follow the one before");
            previous = value;
        }
    }

    private static void ExpectAllUsed(FixedBitSet used, long count)
    {
        int usedCount = used.Cardinality();
        Expect.That(usedCount == count, $"{count} values, {usedCount} of them used by documents");
    }

    private static T Present<T>(T? values)
        where T : class => values ?? throw new CorruptIndexException("there are no doc values");

    private delegate ReadOnlySpan<byte> Lookup(long ord);
}
