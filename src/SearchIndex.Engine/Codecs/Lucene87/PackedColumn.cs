using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>Numbers kept as packed multiples of a common divisor above a minimum; the arithmetic wraps around.</summary>
internal sealed class PackedColumn(IndexInput data, long offset, int bitsPerValue, long min, long gcd) : NumericColumn
{
    public override long Get(long index) => min + (gcd * (long)DirectReader.Get(data, offset, bitsPerValue, index));

    public override void Get(ReadOnlySpan<int> indexes, Span<long> values)
    {
        values = values[..indexes.Length];
        DirectReader.Get(data, offset, bitsPerValue, indexes, values);
        foreach (ref long value in values)
        {
            value = min + (gcd * value);
        }
    }
}
