using SearchIndex.Engine.Store;
using SearchIndex.Engine.Util.Simd;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// The postings of one term (spec 5). Documents are decoded block by block, frequencies of a block when the first one is asked for,
/// positions by <see cref="PositionsReader"/>, impacts and jumps by <see cref="SkipReader"/>; each part is made when it is needed.
/// </summary>
internal sealed class BlockPostingsEnum : ImpactsEnum
{
    private const long AllDecoded = -1;

    /// <summary>What stands for impacts where there are none (spec 13.6).</summary>
    private static readonly Impact[] Unbounded = [new Impact(int.MaxValue, 1)];

    private readonly int[] _docs = new int[Lucene84Format.BlockSize];
    private readonly int[] _freqs = new int[Lucene84Format.BlockSize];
    private FieldInfo? _field;
    private BlockTermState _state;
    private bool _hasFreqs;
    private IndexInput? _input;
    private SkipReader? _skip;
    private bool _skipIsReady;
    private PositionsReader? _positions;
    private bool _wantsPositions;

    private int _doc;
    private int _index;
    private int _count;
    private int _lastDocOfBlock;

    /// <summary>The documents up to the end of the current block.</summary>
    private int _decoded;

    /// <summary>Where the frequencies of the block start, or <see cref="AllDecoded"/>.</summary>
    private long _freqsStart;

    /// <summary>The first document of the block whose positions were neither read nor deferred.</summary>
    private int _positionsIndex;

    public BlockPostingsEnum(PostingsReader reader)
    {
        Reader = reader;
    }

    /// <summary>Gets the reader that made the enum.</summary>
    public PostingsReader Reader { get; }

    /// <inheritdoc/>
    public override int DocId => _doc;

    /// <inheritdoc/>
    public override long Cost => _state.DocFreq;

    /// <inheritdoc/>
    public override int Freq
    {
        get
        {
            if (_freqsStart != AllDecoded)
            {
                DecodeFreqs();
            }

            return _freqs[_index];
        }
    }

    /// <inheritdoc/>
    public override int StartOffset => _wantsPositions ? _positions!.StartOffset : BlockTermState.None;

    /// <inheritdoc/>
    public override int EndOffset => _wantsPositions ? _positions!.EndOffset : BlockTermState.None;

    /// <inheritdoc/>
    public override int ImpactLevels => HasSkipData ? Math.Max(1, ReadySkip().LiveLevels) : 1;

    private bool HasSkipData => _state.DocFreq > Lucene84Format.BlockSize;

    /// <summary>Moves before the first document of a term.</summary>
    public void Reset(FieldInfo field, in BlockTermState state, PostingsFeatures features)
    {
        _field = field;
        _state = state;
        _hasFreqs = field.HasFreqs;
        _skipIsReady = false;
        _doc = -1;
        _index = -1;
        _count = 0;
        _decoded = 0;
        _lastDocOfBlock = 0;
        _freqsStart = AllDecoded;
        _positionsIndex = 0;
        if (state.DocFreq > 1)
        {
            _input ??= Reader.CloneDoc();
            _input.Position = state.DocStart;
        }

        if (!_hasFreqs)
        {
            _freqs.AsSpan().Fill(1);
        }

        _wantsPositions = features >= PostingsFeatures.Positions && field.HasPositions;
        if (_wantsPositions)
        {
            _positions ??= new PositionsReader(Reader);
            _positions.Reset(field, in state, features >= PostingsFeatures.Offsets);
        }
    }

    /// <inheritdoc/>
    public override int NextDoc()
    {
        if (_index + 1 == _count && !NextBlock())
        {
            return _doc = NoMoreDocs;
        }

        _index++;
        return _doc = _docs[_index];
    }

    /// <inheritdoc/>
    public override int Advance(int target)
    {
        if (target > _lastDocOfBlock || _count == 0)
        {
            JumpTowards(target);
            do
            {
                if (!NextBlock())
                {
                    return _doc = NoMoreDocs;
                }
            }
            while (target > _lastDocOfBlock);
        }

        _index = BlockSearch.FirstAtLeast(_docs.AsSpan(0, _count), _index + 1, target);
        return _doc = _docs[_index];
    }

    /// <inheritdoc/>
    public override int NextDocs(int upTo, Span<int> docs, Span<int> freqs)
    {
        int count = 0;
        while (_doc < upTo && count < docs.Length)
        {
            ReadOnlySpan<int> block = _docs.AsSpan(_index, Math.Min(_count - _index, docs.Length - count));
            int taken = block[^1] < upTo ? block.Length : BlockSearch.FirstAtLeast(block, 0, upTo);
            block[..taken].CopyTo(docs[count..]);
            if (!freqs.IsEmpty)
            {
                if (_freqsStart != AllDecoded)
                {
                    DecodeFreqs();
                }

                _freqs.AsSpan(_index, taken).CopyTo(freqs[count..]);
            }

            count += taken;
            _index += taken - 1;
            NextDoc();
        }

        return count;
    }

    /// <inheritdoc/>
    public override int NextPosition()
    {
        if (!_wantsPositions)
        {
            return BlockTermState.None;
        }

        if (_positionsIndex != _index + 1)
        {
            DeferPositions(_index);
            _positions!.StartDocument(Freq);
            _positionsIndex = _index + 1;
        }

        return _positions!.Next();
    }

    /// <inheritdoc/>
    public override void AdvanceShallow(int target)
    {
        if (HasSkipData)
        {
            ReadySkip().Advance(target);
        }
    }

    /// <inheritdoc/>
    public override int ImpactsUpTo(int level) => HasSkipData && level < ReadySkip().LiveLevels ? _skip!.UpTo(level) : NoMoreDocs;

    /// <inheritdoc/>
    public override ReadOnlySpan<Impact> Impacts(int level) =>
        HasSkipData && level < ReadySkip().LiveLevels ? _skip!.Impacts(level) : Unbounded;

    private SkipReader ReadySkip()
    {
        _skip ??= new SkipReader(Reader.CloneDoc(), Reader.MaxDoc);
        if (!_skipIsReady)
        {
            _skip.Reset(_field!, in _state);
            _skipIsReady = true;
        }

        return _skip;
    }

    /// <summary>Goes to the block that holds the target, when skip data lead further than the end of the current block.</summary>
    private void JumpTowards(int target)
    {
        if (_state.DocFreq - _decoded <= Lucene84Format.BlockSize)
        {
            return; // The next block is the last one.
        }

        SkipReader skip = ReadySkip();
        skip.Advance(target);
        ref readonly SkipPoint point = ref skip.Before;
        int passed = point.Blocks * Lucene84Format.BlockSize;

        // A shallow advance may have led further than the target; then the blocks are read one after the other.
        if (passed == 0 || passed < _decoded || point.Doc >= target)
        {
            return;
        }

        _input!.Position = point.DocPointer;
        _decoded = passed;
        _lastDocOfBlock = point.Doc;
        _count = 0;
        _freqsStart = AllDecoded;
        _positionsIndex = 0;
        if (_wantsPositions)
        {
            _positions!.Seek(in point);
        }
    }

    /// <summary>Decodes the next block and moves before its first document; returns false when there is none.</summary>
    private bool NextBlock()
    {
        int left = _state.DocFreq - _decoded;
        if (left == 0)
        {
            _index = _count - 1;
            return false;
        }

        if (_wantsPositions)
        {
            DeferPositions(_count);
            _positionsIndex = 0;
        }

        if (left >= Lucene84Format.BlockSize)
        {
            DecodeFullBlock();
        }
        else if (_state.DocFreq == 1)
        {
            _docs[0] = _state.SingletonDoc;
            _freqs[0] = _hasFreqs ? (int)_state.TotalTermFreq : 1;
            _count = 1;
        }
        else
        {
            DecodeTail(left);
        }

        _decoded += _count;
        _lastDocOfBlock = _docs[_count - 1];
        _index = -1;
        return true;
    }

    private void DecodeFullBlock()
    {
        IndexInput input = _input!;
        ForDeltaBlock.Read(input, _lastDocOfBlock, Reader.MaxDoc, _docs);
        _count = Lucene84Format.BlockSize;
        if (_hasFreqs)
        {
            _freqsStart = input.Position;
            PForBlock.Skip(input);
        }
    }

    private void DecodeTail(int count)
    {
        IndexInput input = _input!;
        var tail = new SpanReader(input.Peek(int.MaxValue), input);
        int doc = _lastDocOfBlock;
        int maxDoc = Reader.MaxDoc;
        for (int index = 0; index < count; index++)
        {
            int delta = tail.ReadVInt32();
            int freq = 1;
            if (_hasFreqs)
            {
                freq = (delta & 1) != 0 ? 1 : tail.ReadVInt32();
                _freqs[index] = freq;
                delta >>>= 1;
            }

            doc += delta;
            if ((uint)delta >= (uint)maxDoc || (uint)doc >= (uint)maxDoc || freq < 1)
            {
                throw new CorruptIndexException($"document {doc} of {maxDoc} with frequency {freq}", input.Name, input.Position);
            }

            _docs[index] = doc;
        }

        _count = count;
        _freqsStart = AllDecoded;
    }

    private void DecodeFreqs()
    {
        IndexInput input = _input!;
        input.Position = _freqsStart; // Behind the frequencies the cursor stands at the next block again.
        PForBlock.Read(input, _freqs);
        _freqsStart = AllDecoded;
    }

    /// <summary>Notes that the positions of the documents of the block up to <paramref name="end"/> are not wanted.</summary>
    private void DeferPositions(int end)
    {
        if (_positionsIndex >= end)
        {
            return;
        }

        if (_freqsStart != AllDecoded)
        {
            DecodeFreqs();
        }

        _positions!.Defer(BlockSum.Run(_freqs.AsSpan(_positionsIndex, end - _positionsIndex)));
    }
}
