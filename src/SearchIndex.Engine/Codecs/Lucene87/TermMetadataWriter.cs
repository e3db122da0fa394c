namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>Writes where the postings of the terms of a block lie, each relative to the term before (spec 5.7).</summary>
internal sealed class TermMetadataWriter
{
    private readonly BytesBuilder _bytes = new();
    private bool _hasPositions;
    private bool _hasOffsets;
    private BlockTermState _last;

    /// <summary>Begins a field.</summary>
    public void StartField(FieldInfo field)
    {
        _hasPositions = field.HasPositions;
        _hasOffsets = field.HasOffsets;
    }

    /// <summary>Begins a block.</summary>
    public void StartBlock()
    {
        _bytes.Clear();
        _last = new BlockTermState { SingletonDoc = BlockTermState.None };
    }

    public void Add(in BlockTermState state)
    {
        WriteDocs(in state);
        if (_hasPositions)
        {
            _bytes.WriteVInt64(state.PosStart - _last.PosStart);
            if (_hasOffsets)
            {
                _bytes.WriteVInt64(state.PayStart - _last.PayStart);
            }

            if (state.LastPosBlockOffset != BlockTermState.None)
            {
                _bytes.WriteVInt64(state.LastPosBlockOffset);
            }
        }

        if (state.SkipOffset != BlockTermState.None)
        {
            _bytes.WriteVInt64(state.SkipOffset);
        }

        _last = state;
    }

    /// <summary>Ends the block and returns its bytes.</summary>
    public ReadOnlySpan<byte> FinishBlock() => _bytes.Span;

    private void WriteDocs(in BlockTermState state)
    {
        bool bothSingletons = state.SingletonDoc != BlockTermState.None && _last.SingletonDoc != BlockTermState.None;
        if (bothSingletons && state.DocStart == _last.DocStart)
        {
            long delta = (long)state.SingletonDoc - _last.SingletonDoc;
            long zigzag = (delta << 1) ^ (delta >> 63);
            _bytes.WriteVInt64((zigzag << 1) | 1);
            return;
        }

        _bytes.WriteVInt64((state.DocStart - _last.DocStart) << 1);
        if (state.SingletonDoc != BlockTermState.None)
        {
            _bytes.WriteVInt32(state.SingletonDoc);
        }
    }
}
