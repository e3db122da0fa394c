using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>Numbers kept as packed multiples of a common divisor above a minimum; the arithmetic wraps around.</summary>
internal sealed class PackedColumn(IndexInput data, long offset, int bitsPerValue, long min, long gcd) : NumericColumn
{
    public override long Get(long index) => min + (gcd * (long)DirectReader.Get(data, offset, bitsPerValue, index));
}
