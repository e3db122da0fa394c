using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Index.Checks;

/// <summary>An ordinal for each document; notes which ordinals are used.</summary>
internal sealed class SortedCursor(SortedDocValues values, FixedBitSet used) : ColumnCursor(values)
{
    public override bool AdvanceExact(int docId) => values.AdvanceExact(docId);

    public override long Read()
    {
        int ord = values.OrdValue;
        Expect.That((uint)ord < (uint)values.ValueCount, $"document {values.DocId} has the ordinal {ord} of {values.ValueCount}");
        used.Set(ord);
        return ord;
    }
}
