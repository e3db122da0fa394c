using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// Reads the positions of one term, and its offsets when they are wanted (spec 5.1). Nothing is decoded before a position is asked
/// for; whole blocks of positions that nobody wants are passed over. Payloads are passed over too.
/// </summary>
internal sealed class PositionsReader
{
    private readonly PostingsReader _reader;
    private readonly IndexInput _pos;
    private readonly int[] _positionDeltas = new int[Lucene84Format.BlockSize];
    private IndexInput? _pay;
    private int[] _startDeltas = [];
    private int[] _lengths = [];
    private bool _hasPayloads;
    private bool _hasOffsets;
    private bool _wantsOffsets;
    private long _posPointer;
    private long _payPointer;
    private bool _mustSeek;
    private long _tailStart;
    private int _tailCount;
    private int _bufferCount;
    private int _bufferIndex;
    private long _deferred;
    private int _leftInDocument;
    private int _position;

    public PositionsReader(PostingsReader reader)
    {
        _reader = reader;
        _pos = reader.ClonePos();
    }

    /// <summary>Gets where the current occurrence starts, -1 when offsets were not asked for or are not kept.</summary>
    public int StartOffset { get; private set; }

    /// <summary>Gets where the current occurrence ends, or -1.</summary>
    public int EndOffset { get; private set; }

    /// <summary>Moves to the start of a term.</summary>
    public void Reset(FieldInfo field, in BlockTermState state, bool wantsOffsets)
    {
        _hasPayloads = field.HasPayloads;
        _hasOffsets = field.HasOffsets;
        _wantsOffsets = wantsOffsets && field.HasOffsets;
        if (_wantsOffsets && _pay is null)
        {
            _pay = _reader.ClonePay();
            _startDeltas = new int[Lucene84Format.BlockSize];
            _lengths = new int[Lucene84Format.BlockSize];
        }

        _tailCount = (int)(state.TotalTermFreq % Lucene84Format.BlockSize);
        _tailStart = state.TotalTermFreq switch
        {
            < Lucene84Format.BlockSize => state.PosStart,
            Lucene84Format.BlockSize => long.MaxValue, // One full block and no tail; where it ends is not recorded.
            _ => state.PosStart + state.LastPosBlockOffset,
        };
        Seek(state.PosStart, state.PayStart, 0);
    }

    /// <summary>Moves to the positions behind a place of the skip data.</summary>
    public void Seek(in SkipPoint point) => Seek(point.PosPointer, point.PayPointer, point.PosBufferUpto);

    /// <summary>Notes that the positions of documents are not wanted.</summary>
    /// <param name="count">How many positions they are.</param>
    public void Defer(long count) => _deferred += count;

    /// <summary>Begins a document, behind those that were read or deferred.</summary>
    public void StartDocument(int freq)
    {
        SkipPositions(_deferred + _leftInDocument);
        _deferred = 0;
        _leftInDocument = freq;
        _position = 0;
        StartOffset = _wantsOffsets ? 0 : BlockTermState.None;
        EndOffset = BlockTermState.None;
    }

    /// <summary>Moves to the next position of the document.</summary>
    public int Next()
    {
        if (_leftInDocument <= 0)
        {
            // A damaged list that names a document twice ends here: the second time its positions are used up.
            throw new CorruptIndexException("a document has fewer positions than are read of it", _pos.Name, _pos.Position);
        }

        if (_bufferIndex == _bufferCount)
        {
            Fill();
        }

        _leftInDocument--;
        _position += _positionDeltas[_bufferIndex];
        if (_wantsOffsets)
        {
            StartOffset += _startDeltas[_bufferIndex];
            EndOffset = StartOffset + _lengths[_bufferIndex];
        }

        _bufferIndex++;
        return _position;
    }

    private void Seek(long posPointer, long payPointer, int toSkip)
    {
        _posPointer = posPointer;
        _payPointer = payPointer;
        _mustSeek = true;
        _bufferCount = 0;
        _bufferIndex = 0;
        _deferred = toSkip;
        _leftInDocument = 0;
        StartOffset = BlockTermState.None;
        EndOffset = BlockTermState.None;
    }

    private void SkipPositions(long count)
    {
        while (count > _bufferCount - _bufferIndex)
        {
            count -= _bufferCount - _bufferIndex;
            _bufferIndex = _bufferCount;
            MoveCursors();
            if (count >= Lucene84Format.BlockSize && _pos.Position < _tailStart)
            {
                SkipBlock();
                count -= Lucene84Format.BlockSize;
            }
            else
            {
                Fill();
            }
        }

        _bufferIndex += (int)count;
    }

    private void MoveCursors()
    {
        if (!_mustSeek)
        {
            return;
        }

        _pos.Position = _posPointer;
        if (_wantsOffsets)
        {
            _pay!.Position = _payPointer;
        }

        _mustSeek = false;
    }

    private void SkipBlock()
    {
        PForBlock.Skip(_pos);
        if (_wantsOffsets)
        {
            SkipPayloads(_pay!);
            PForBlock.Skip(_pay!);
            PForBlock.Skip(_pay!);
        }
    }

    private void SkipPayloads(IndexInput pay)
    {
        if (_hasPayloads)
        {
            PForBlock.Skip(pay);
            pay.Skip((uint)pay.ReadVInt32());
        }
    }

    private void Fill()
    {
        MoveCursors();
        if (_pos.Position == _tailStart && _tailCount > 0)
        {
            ReadTail();
            return;
        }

        if (_pos.Position >= _tailStart)
        {
            throw new CorruptIndexException("a term has fewer positions than its frequencies say", _pos.Name, _pos.Position);
        }

        PForBlock.Read(_pos, _positionDeltas);
        if (_wantsOffsets)
        {
            SkipPayloads(_pay!);
            PForBlock.Read(_pay!, _startDeltas);
            PForBlock.Read(_pay!, _lengths);
        }

        _bufferIndex = 0;
        _bufferCount = Lucene84Format.BlockSize;
    }

    private void ReadTail()
    {
        var tail = new SpanReader(_pos.Peek(int.MaxValue), _pos);
        int payloadLength = 0;
        int length = 0;
        for (int index = 0; index < _tailCount; index++)
        {
            int code = tail.ReadVInt32();
            if (_hasPayloads)
            {
                payloadLength = (code & 1) != 0 ? tail.ReadVInt32() : payloadLength;
                tail.ReadSpan(payloadLength);
                code >>>= 1;
            }

            _positionDeltas[index] = code;
            if (!_hasOffsets)
            {
                continue;
            }

            code = tail.ReadVInt32();
            length = (code & 1) != 0 ? tail.ReadVInt32() : length;
            if (_wantsOffsets)
            {
                _startDeltas[index] = code >>> 1;
                _lengths[index] = length;
            }
        }

        _pos.Skip(tail.Position);
        _bufferIndex = 0;
        _bufferCount = _tailCount;
    }
}
