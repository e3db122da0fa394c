using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>Numbers kept as packed places in a table of the distinct ones.</summary>
internal sealed class TableColumn(IndexInput data, long offset, int bitsPerValue, long[] table) : NumericColumn
{
    public override long Get(long index)
    {
        ulong place = DirectReader.Get(data, offset, bitsPerValue, index);
        return place < (ulong)table.Length
            ? table[place]
            : throw new CorruptIndexException($"place {place} in a table of {table.Length}", data.Name, offset);
    }
}
