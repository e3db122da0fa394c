using SearchIndex.Engine.Codecs;

namespace SearchIndex.Engine.Index.Checks;

/// <summary>A number for each document.</summary>
internal sealed class NumericCursor(NumericDocValues values) : ColumnCursor(values)
{
    public override bool AdvanceExact(int docId) => values.AdvanceExact(docId);

    public override long Read() => values.Value;
}
