using SearchIndex.Engine.Codecs;

namespace SearchIndex.Engine.Index.Checks;

/// <summary>One or more numbers for each document, ascending.</summary>
internal sealed class SortedNumericCursor(SortedNumericDocValues values) : ColumnCursor(values)
{
    public override bool AdvanceExact(int docId) => values.AdvanceExact(docId);

    public override long Read()
    {
        int count = values.DocValueCount;
        Expect.That(count >= 1, $"document {values.DocId} has {count} numbers");
        long previous = long.MinValue;
        long digest = count;
        for (int index = 0; index < count; index++)
        {
            long value = values.NextValue();
            Expect.That(value >= previous, $"document {values.DocId}: {value} follows {previous}");
            previous = value;
            digest = (digest * 31) + value;
        }

        return digest;
    }
}
