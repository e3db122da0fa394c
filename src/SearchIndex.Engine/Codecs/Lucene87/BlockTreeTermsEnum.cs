using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// Walks over the block tree of a field (spec 6.4). An exact seek goes by the index straight to the only block that can hold the term.
/// A walk needs the blocks above as well: they are the stack, from the block of the empty prefix down to the current one. After an
/// exact seek the stack is not there; the next move builds it.
/// </summary>
internal sealed class BlockTreeTermsEnum : TermsEnum
{
    private readonly BlockTreeTermsReader _reader;
    private readonly TermsFieldMeta _meta;
    private readonly IndexInput _input;
    private readonly FstPath _path;
    private readonly List<TermsBlock> _stack = [];
    private readonly TermsBlock _alone;
    private readonly long _maxSteps;
    private byte[] _term = new byte[64];
    private int _termLength;
    private TermsBlock? _current;
    private int _depth;
    private Place _place = Place.BeforeFirst;
    private long _steps;

    public BlockTreeTermsEnum(BlockTreeTermsReader reader, TermsFieldMeta meta, Fst index)
    {
        _reader = reader;
        _meta = meta;
        _input = reader.CloneTermsInput();
        _path = new FstPath(index);
        _alone = NewBlock();
        _maxSteps = 2 * meta.TermCount; // Each block holds a term somewhere.
    }

    private enum Place
    {
        BeforeFirst,

        /// <summary>At a term, with the stack above it.</summary>
        OnStack,

        /// <summary>At a term, in a block without those above it.</summary>
        Alone,

        BehindLast,
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Term => _term.AsSpan(0, _termLength);

    /// <inheritdoc/>
    public override int DocFreq => Current().State.DocFreq;

    /// <inheritdoc/>
    public override long TotalTermFreq => Current().State.TotalTermFreq;

    /// <inheritdoc/>
    public override bool Next()
    {
        switch (_place)
        {
            case Place.BehindLast:
                return false;
            case Place.BeforeFirst:
                _steps = 0;
                _depth = -1;
                Push(FloorCode.FirstBlock(_meta.RootCode, _input), 0);
                break;
            case Place.Alone:
                SeekCeil(Term.ToArray());
                break;
            default:
                break;
        }

        return MoveToNextTerm();
    }

    /// <inheritdoc/>
    public override bool SeekExact(ReadOnlySpan<byte> term)
    {
        _place = Place.BeforeFirst;
        _current = null;
        _path.Walk(term);
        int prefixLength = _path.PrefixLength(_path.Count - 1);
        long pointer = FloorCode.Choose(_path.Code(_path.Count - 1), NextByte(term, prefixLength), _input, out bool hasTerms);
        if (!hasTerms)
        {
            return false;
        }

        _alone.Load(pointer, prefixLength);
        if (!_alone.FindTerm(term[prefixLength..]))
        {
            return false;
        }

        SetTerm(0, term);
        _current = _alone;
        _place = Place.Alone;
        return true;
    }

    /// <inheritdoc/>
    public override SeekStatus SeekCeil(ReadOnlySpan<byte> term)
    {
        _place = Place.BeforeFirst;
        _current = null;
        _steps = 0;
        _depth = -1;
        _path.Walk(term);
        for (int index = 0; index < _path.Count; index++)
        {
            int prefixLength = _path.PrefixLength(index);
            Push(FloorCode.Choose(_path.Code(index), NextByte(term, prefixLength), _input, out _), prefixLength);
            if (index + 1 < _path.Count)
            {
                FindSubBlock(term[prefixLength.._path.PrefixLength(index + 1)]);
            }
        }

        SetTerm(0, term[.._stack[_depth].PrefixLength]);
        return SeekInBlock(term[_stack[_depth].PrefixLength..]);
    }

    /// <inheritdoc/>
    public override PostingsEnum Postings(PostingsFeatures features, PostingsEnum? reuse = null) =>
        _reader.Postings.Open(_meta.Field, in Current().State, features, reuse);

    /// <inheritdoc/>
    public override ImpactsEnum Impacts(PostingsFeatures features) =>
        _reader.Postings.Open(_meta.Field, in Current().State, features, reuse: null);

    private static int NextByte(ReadOnlySpan<byte> term, int prefixLength) => prefixLength < term.Length ? term[prefixLength] : -1;

    private TermsBlock Current() => _current ?? throw new InvalidOperationException("the enum is not at a term");

    private TermsBlock NewBlock() =>
        new(_input, new TermStateDecoder(_meta.Field, _reader.PostingsVersion, _reader.MaxDoc), _meta.TermCount);

    private void Push(long pointer, int prefixLength)
    {
        _depth++;
        if (_depth == _stack.Count)
        {
            _stack.Add(NewBlock());
        }

        _stack[_depth].Load(pointer, prefixLength);
    }

    private void SetTerm(int prefixLength, ReadOnlySpan<byte> suffix)
    {
        _termLength = prefixLength + suffix.Length;
        if (_term.Length < _termLength)
        {
            Array.Resize(ref _term, 2 * _termLength);
        }

        suffix.CopyTo(_term.AsSpan(prefixLength));
    }

    /// <summary>Moves the topmost block to the sub-block with this suffix, which the index says is there.</summary>
    private void FindSubBlock(ReadOnlySpan<byte> suffix)
    {
        TermsBlock block = _stack[_depth];
        while (!block.AtEnd)
        {
            block.MoveNext();
            if (block.IsSubBlock && block.Suffix.SequenceEqual(suffix))
            {
                return;
            }
        }

        throw new CorruptIndexException("the index of terms has a prefix that its block does not have", _input.Name, block.Pointer);
    }

    /// <summary>Moves the topmost block, and on from there, to the first term that is not below the prefix with this suffix.</summary>
    private SeekStatus SeekInBlock(ReadOnlySpan<byte> suffix)
    {
        TermsBlock block = _stack[_depth];
        while (!block.AtEnd)
        {
            block.MoveNext();
            int order = block.Suffix.SequenceCompareTo(suffix);
            if (order < 0)
            {
                continue;
            }

            SetTerm(block.PrefixLength, block.Suffix);
            if (!block.IsSubBlock)
            {
                _current = block;
                _place = Place.OnStack;
                return order == 0 ? SeekStatus.Found : SeekStatus.NotFound;
            }

            Push(block.SubBlockPointer, _termLength);
            break;
        }

        return MoveToNextTerm() ? SeekStatus.NotFound : SeekStatus.End;
    }

    /// <summary>Moves on from where the stack stands: down into sub-blocks, along floor blocks, up from blocks that are done.</summary>
    private bool MoveToNextTerm()
    {
        while (true)
        {
            TermsBlock block = _stack[_depth];
            if (block.AtEnd)
            {
                if (!block.IsLast)
                {
                    block.Load(block.End, block.PrefixLength);
                    continue;
                }

                if (_depth == 0)
                {
                    _current = null;
                    _place = Place.BehindLast;
                    return false;
                }

                _depth--;
                continue;
            }

            block.MoveNext();
            if (++_steps > _maxSteps)
            {
                throw new CorruptIndexException($"more entries than {_meta.TermCount} terms can have", _input.Name, block.Pointer);
            }

            SetTerm(block.PrefixLength, block.Suffix);
            if (!block.IsSubBlock)
            {
                _current = block;
                _place = Place.OnStack;
                return true;
            }

            Push(block.SubBlockPointer, _termLength);
        }
    }
}
