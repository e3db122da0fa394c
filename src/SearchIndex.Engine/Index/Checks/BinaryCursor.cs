using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Index.Checks;

/// <summary>A byte string for each document.</summary>
internal sealed class BinaryCursor(BinaryDocValues values) : ColumnCursor(values)
{
    public override bool AdvanceExact(int docId) => values.AdvanceExact(docId);

    public override long Read()
    {
        ReadOnlySpan<byte> value = values.Value;
        return ((long)value.Length << 32) | Crc32.Append(0, value);
    }
}
