using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Index.Checks;

/// <summary>One or more ordinals for each document, strictly ascending; notes which ordinals are used.</summary>
internal sealed class SortedSetCursor(SortedSetDocValues values, FixedBitSet used) : ColumnCursor(values)
{
    public override bool AdvanceExact(int docId) => values.AdvanceExact(docId);

    public override long Read()
    {
        long previous = SortedSetDocValues.NoMoreOrds;
        long digest = 0;
        for (long ord = values.NextOrd(); ord != SortedSetDocValues.NoMoreOrds; ord = values.NextOrd())
        {
            Expect.That(ord > previous && ord < values.ValueCount, $"document {values.DocId}: ordinal {ord} of {values.ValueCount} follows {previous}");
            used.Set((int)ord);
            previous = ord;
            digest = (digest * 31) + ord;
        }

        Expect.That(previous != SortedSetDocValues.NoMoreOrds, $"document {values.DocId} is said to have values and has none");
        return digest;
    }
}
