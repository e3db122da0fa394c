using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// Random access to a sequence that <see cref="DirectMonotonicWriter"/> packed (spec 8.2). What describes the blocks is kept on
/// the heap, the rest is read where it lies. Safe for several threads.
/// </summary>
internal sealed class DirectMonotonicReader
{
    private const int BytesPerBlockInMeta = 8 + 4 + 8 + 1;
    private const int MaxBlockShift = 22; // What Java accepts.

    private readonly Block[] _blocks;
    private readonly int _blockShift;
    private IndexInput? _data;
    private long _dataOffset;

    private DirectMonotonicReader(Block[] blocks, int blockShift, long count)
    {
        _blocks = blocks;
        _blockShift = blockShift;
        Count = count;
    }

    /// <summary>Gets the number of values.</summary>
    public long Count { get; }

    /// <summary>Reads what describes the blocks; <see cref="SetData"/> must follow before the first value is read.</summary>
    /// <exception cref="CorruptIndexException">The description does not fit the count.</exception>
    public static DirectMonotonicReader ReadMeta(IndexInput meta, long count, int blockShift)
    {
        if (blockShift is < 1 or > MaxBlockShift || count < 0)
        {
            throw new CorruptIndexException($"{count} values in blocks of 2^{blockShift}", meta.Name, meta.Position);
        }

        long blockCount = count == 0 ? 0 : ((count - 1) >> blockShift) + 1;
        if (blockCount > (meta.Length - meta.Position) / BytesPerBlockInMeta)
        {
            throw new CorruptIndexException($"{blockCount} blocks do not fit the file", meta.Name, meta.Position);
        }

        var blocks = new Block[blockCount];
        for (int index = 0; index < blocks.Length; index++)
        {
            long min = meta.ReadInt64();
            float average = BitConverter.Int32BitsToSingle(meta.ReadInt32());
            long offset = meta.ReadInt64();
            blocks[index] = new Block(min, average, offset, DirectReader.CheckWidth(meta.ReadByte(), meta));
        }

        return new DirectMonotonicReader(blocks, blockShift, count);
    }

    /// <summary>Says where the packed data lies.</summary>
    /// <exception cref="CorruptIndexException">A block does not lie inside of it.</exception>
    public void SetData(IndexInput data, long offset, long length)
    {
        CheckRange(data, offset, length);
        for (int index = 0; index < _blocks.Length; index++)
        {
            Block block = _blocks[index];
            long valueCount = Math.Min(1L << _blockShift, Count - ((long)index << _blockShift));
            if (block.Width != 0
                && (block.Offset < 0 || block.Offset > length - DirectWriter.BytesOfValues(valueCount, block.Width)))
            {
                throw new CorruptIndexException($"block {index} of a sequence lies outside of its {length} bytes", data.Name, offset);
            }
        }

        _data = data;
        _dataOffset = offset;
    }

    /// <summary>Returns value <paramref name="index"/>.</summary>
    public long Get(long index)
    {
        if ((ulong)index >= (ulong)Count)
        {
            throw new CorruptIndexException($"value {index} of a sequence of {Count} wanted", _data!.Name, _dataOffset);
        }

        Block block = _blocks[index >> _blockShift];
        long indexInBlock = index & ((1L << _blockShift) - 1);
        ulong distance = DirectReader.Get(_data!, _dataOffset + block.Offset, block.Width, indexInBlock);
        return block.Min + DirectMonotonicWriter.Expected(block.Average, indexInBlock) + (long)distance;
    }

    /// <summary>Returns the index of the last value that is not above <paramref name="key"/>, or -1.</summary>
    public long FindFloor(long key)
    {
        long low = 0;
        long high = Count - 1;
        while (low <= high)
        {
            long middle = (low + high) >>> 1;
            if (Get(middle) <= key)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return high;
    }

    private static void CheckRange(IndexInput data, long offset, long length)
    {
        if (offset < 0 || length < 0 || offset > data.Length - length)
        {
            throw new CorruptIndexException($"{length} bytes of a sequence lie outside of the {data.Length}", data.Name, offset);
        }
    }

    private readonly record struct Block(long Min, float Average, long Offset, int Width);
}
