using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// What the meta file says of numbers (spec 8.3).
/// <code>
/// numeric := docsWithField:19 bytes numValues:long tableSize:int table:long* bitsPerValue:byte min:long gcd:long
///            valuesOffset:long valuesLength:long jumpTableOffset:long
/// </code>
/// Example of 10, 15 and 20: <c>... 0000000000000003 ffffffff 02 000000000000000a 0000000000000005 ...</c>, data <c>18 00 00 00</c>.
/// </summary>
internal sealed class NumericEntry
{
    private const int NoTable = -1;
    private const int BlockShiftBase = -2;
    private const int MaxBlockShift = 30;

    private readonly long[] _table = [];
    private readonly int _blockShift;
    private readonly int _bitsPerValue;
    private readonly long _min;
    private readonly long _gcd;
    private readonly long _offset;
    private readonly long _length;
    private readonly long _jumpTableOffset;
    private readonly Form _form;

    private NumericEntry(IndexInput meta, IndexInput data)
    {
        Docs = DocsWithFieldEntry.Read(meta);
        Count = meta.ReadInt64();
        int tableSize = meta.ReadInt32();
        if (tableSize > Lucene80DocValuesFormat.MaxTableSize || tableSize < BlockShiftBase - MaxBlockShift || Count < 0)
        {
            throw new CorruptIndexException($"{Count} numbers with a table of {tableSize}", meta.Name, meta.Position);
        }

        if (tableSize >= 0)
        {
            _table = new long[tableSize];
            foreach (ref long value in _table.AsSpan())
            {
                value = meta.ReadInt64();
            }
        }

        byte bitsPerValue = meta.ReadByte();
        _min = meta.ReadInt64();
        _gcd = meta.ReadInt64();
        _offset = meta.ReadInt64();
        _length = meta.ReadInt64();
        _jumpTableOffset = meta.ReadInt64();
        if (tableSize < NoTable)
        {
            _form = Form.Blocks;
            _blockShift = BlockShiftBase - tableSize;
            Lucene80DocValuesFormat.CheckRange(data, _offset, _length);
            return;
        }

        _bitsPerValue = DirectReader.CheckWidth(bitsPerValue, meta);
        _form = (bitsPerValue, tableSize) switch
        {
            (0, _) => Form.Constant,
            (_, >= 0) => Form.Table,
            _ => Form.Plain,
        };
        Lucene80DocValuesFormat.CheckPacked(data, _offset, _length, Count, _bitsPerValue);
    }

    private enum Form
    {
        Constant,
        Table,
        Plain,
        Blocks,
    }

    public DocsWithFieldEntry Docs { get; }

    public long Count { get; }

    public static NumericEntry Read(IndexInput meta, IndexInput data) => new(meta, data);

    public NumericColumn OpenColumn(IndexInput data) => _form switch
    {
        Form.Constant => new ConstantColumn(_min),
        Form.Table => new TableColumn(data, _offset, _bitsPerValue, _table),
        Form.Plain => new PackedColumn(data, _offset, _bitsPerValue, _min, _gcd),
        _ => new BlockColumn(data, _jumpTableOffset, _blockShift, _gcd),
    };
}
