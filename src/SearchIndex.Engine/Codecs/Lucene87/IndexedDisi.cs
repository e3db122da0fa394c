using System.Buffers.Binary;
using System.Numerics;
using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// Walks over a set of documents that <see cref="IndexedDisiWriter"/> wrote (spec 7.2). Long ways go through the jump table of
/// the blocks and, inside of a dense block, through its table of ranks.
/// </summary>
internal sealed class IndexedDisi : DocsWithField
{
    public const int BlockSize = 1 << BlockShift;
    public const int MaxSparse = 4095;
    public const sbyte DefaultRankPower = 9;
    public const int MinRankPower = 7;
    public const int MaxRankPower = 15;
    public const short SentinelBlock = 32767;

    private const int BlockShift = 16;
    private const int BlockMask = BlockSize - 1;
    private const int BlockHeaderBytes = 4;
    private const int JumpBytes = 8;
    private const int DenseBytes = BlockSize / 8;

    private readonly IndexInput _blocks;
    private readonly IndexInput _jumps;
    private readonly int _jumpCount;
    private readonly int _rankPower;
    private readonly int _maxDoc;

    private BlockKind _kind;
    private int _block = -1;
    private int _indexBeforeBlock;
    private int _cardinality;
    private long _body;
    private long _nextBlock;

    // Sparse: the place in the list. Dense: the word that the cursor is in, and how many documents of the block stand before it.
    private int _place;
    private ulong _word;
    private int _countBeforeWord;

    private int _doc = -1;
    private int _index;
    private bool _present;

    public IndexedDisi(IndexInput data, DocsWithFieldEntry entry, int maxDoc, long cost)
    {
        long jumpTableBytes = (long)entry.JumpTableEntryCount * JumpBytes;
        _blocks = data.Slice(data.Name, entry.Offset, entry.Length - jumpTableBytes);
        _jumps = data.Slice(data.Name, entry.Offset + entry.Length - jumpTableBytes, jumpTableBytes);
        _jumpCount = entry.JumpTableEntryCount;
        _rankPower = entry.DenseRankPower;
        _maxDoc = maxDoc;
        Cost = cost;
    }

    private enum BlockKind
    {
        Sparse,
        Dense,
        All,
    }

    public override int DocId => _doc;

    public override long Cost { get; }

    public override int Index => _index;

    public override int NextDoc() => Advance(_doc + 1);

    public override int Advance(int target)
    {
        MoveToBlock(target >> BlockShift);
        int found = _block == target >> BlockShift ? FindInBlock(target & BlockMask) : -1;
        if (found < 0)
        {
            // Nothing left in that block; the sentinel has a document, so there is a block behind every other.
            if (_block <= target >> BlockShift)
            {
                ReadBlock(_nextBlock, _indexBeforeBlock + _cardinality);
            }

            found = FindInBlock(0);
        }

        if (found < 0)
        {
            throw Corrupt($"block {_block} is empty");
        }

        return MoveTo((_block << BlockShift) | found);
    }

    public override bool AdvanceExact(int target)
    {
        if (target == _doc)
        {
            return _present;
        }

        MoveToBlock(target >> BlockShift);
        int wanted = target & BlockMask;
        bool present = _block == target >> BlockShift && FindInBlock(wanted) == wanted;
        _doc = target;
        _present = present && target < _maxDoc;
        return _present;
    }

    private int MoveTo(int doc)
    {
        if (doc >= _maxDoc && doc != NoMoreDocs)
        {
            throw Corrupt($"document {doc} in a segment of {_maxDoc}");
        }

        _doc = doc;
        _present = doc != NoMoreDocs;
        return doc;
    }

    // Moves to the block, or to the first one behind it when it is not there.
    private void MoveToBlock(int block)
    {
        if (block >= _block + 2 && _jumpCount > 0)
        {
            ReadOnlySpan<byte> jump = _jumps.SpanAt((long)Math.Min(block, _jumpCount - 1) * JumpBytes, JumpBytes);
            ReadBlock(BinaryPrimitives.ReadInt32BigEndian(jump[4..]), BinaryPrimitives.ReadInt32BigEndian(jump));
        }

        while (_block < block)
        {
            ReadBlock(_nextBlock, _indexBeforeBlock + _cardinality);
        }
    }

    private void ReadBlock(long offset, int indexBeforeBlock)
    {
        ReadOnlySpan<byte> header = _blocks.SpanAt(offset, BlockHeaderBytes);
        int block = BinaryPrimitives.ReadUInt16BigEndian(header);

        // Blocks must ascend, or a damaged file could lead around in circles.
        if (block > SentinelBlock || block < _block || (block == _block && block != SentinelBlock))
        {
            throw Corrupt($"block {block} follows block {_block}");
        }

        _block = block;
        _indexBeforeBlock = indexBeforeBlock;
        _cardinality = BinaryPrimitives.ReadUInt16BigEndian(header[2..]) + 1;
        _body = offset + BlockHeaderBytes;
        _place = 0;
        _countBeforeWord = 0;
        if (_cardinality <= MaxSparse)
        {
            _kind = BlockKind.Sparse;
            _nextBlock = _body + (_cardinality * sizeof(short));
        }
        else if (_cardinality < BlockSize)
        {
            _kind = BlockKind.Dense;
            _body += _rankPower < 0 ? 0 : (BlockSize >> _rankPower) * sizeof(short);
            _nextBlock = _body + DenseBytes;
            _word = ReadWord(0);
        }
        else
        {
            _kind = BlockKind.All;
            _nextBlock = _body;
        }
    }

    // Finds the first document of the block at or behind the target and sets the index; -1 when there is none.
    private int FindInBlock(int target) => _kind switch
    {
        BlockKind.Sparse => FindInSparse(target),
        BlockKind.Dense => FindInDense(target),
        _ => FindInAll(target),
    };

    private int FindInAll(int target)
    {
        _index = _indexBeforeBlock + target;
        return target;
    }

    private int FindInSparse(int target)
    {
        ReadOnlySpan<byte> list = _blocks.SpanAt(_body, _cardinality * sizeof(short));
        int low = _place;
        int high = _cardinality;
        for (int step = 1; low + step < high; step <<= 1)
        {
            // Near targets are the rule: widen the range before halving it.
            if (DocInList(list, low + step) >= target)
            {
                high = low + step + 1;
            }
        }

        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (DocInList(list, middle) < target)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        _place = low;
        _index = _indexBeforeBlock + low;
        if (low == _cardinality)
        {
            return -1;
        }

        return DocInList(list, low);
    }

    private static int DocInList(ReadOnlySpan<byte> list, int place) =>
        BinaryPrimitives.ReadUInt16BigEndian(list[(place * sizeof(short))..]);

    private int FindInDense(int target)
    {
        MoveToWord(target >> 6);

        // A search for a document that is not there may have gone beyond the target's word: then nothing lies in between.
        ulong fromTarget = _place > target >> 6 ? _word : _word & (ulong.MaxValue << target);
        while (fromTarget == 0)
        {
            if (_place == (BlockSize >> 6) - 1)
            {
                return -1;
            }

            MoveToWord(_place + 1);
            fromTarget = _word;
        }

        int bit = BitOperations.TrailingZeroCount(fromTarget);
        _index = _indexBeforeBlock + _countBeforeWord + BitOperations.PopCount(_word & ((1UL << bit) - 1));
        return (_place << 6) + bit;
    }

    private void MoveToWord(int wordIndex)
    {
        int rankShift = _rankPower - 6;
        if (_rankPower >= 0 && wordIndex >> rankShift > _place >> rankShift)
        {
            int rank = wordIndex >> rankShift;
            long table = _body - ((BlockSize >> _rankPower) * sizeof(short));
            _countBeforeWord = BinaryPrimitives.ReadUInt16BigEndian(_blocks.SpanAt(table + (rank * sizeof(short)), sizeof(short)));
            _place = rank << rankShift;
            _word = ReadWord(_place);
        }

        while (_place < wordIndex)
        {
            _countBeforeWord += BitOperations.PopCount(_word);
            _word = ReadWord(++_place);
        }
    }

    private ulong ReadWord(int wordIndex) =>
        BinaryPrimitives.ReadUInt64BigEndian(_blocks.SpanAt(_body + (wordIndex * sizeof(ulong)), sizeof(ulong)));

    private CorruptIndexException Corrupt(string problem) => new(problem, _blocks.Name, _body);
}
