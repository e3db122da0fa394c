using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// Decodes statistics and metadata of the terms of one block, in order and no further than asked (spec 5.7, 6.3). Both stay in the
/// mapped file.
/// </summary>
internal sealed class TermStateDecoder
{
    private readonly FieldInfo _field;
    private readonly int _version;
    private readonly int _maxDoc;
    private long _statsOffset;
    private int _statsLength;
    private int _statsPosition;
    private long _metadataOffset;
    private int _metadataLength;
    private int _metadataPosition;
    private int _run;
    private int _decoded;
    private BlockTermState _state;

    public TermStateDecoder(FieldInfo field, int version, int maxDoc)
    {
        _field = field;
        _version = version;
        _maxDoc = maxDoc;
    }

    /// <summary>Notes where the bytes of a block lie.</summary>
    /// <param name="input">At the statistics; is left behind the metadata.</param>
    public void Load(IndexInput input)
    {
        _statsLength = input.ReadVInt32();
        _statsOffset = input.Position;
        input.ReadSpan(_statsLength);
        _metadataLength = input.ReadVInt32();
        _metadataOffset = input.Position;
        input.ReadSpan(_metadataLength);
        Rewind();
    }

    /// <summary>Moves before the first term of the block.</summary>
    public void Rewind()
    {
        _statsPosition = 0;
        _metadataPosition = 0;
        _run = 0;
        _decoded = 0;
        _state = new BlockTermState { SingletonDoc = BlockTermState.None };
    }

    /// <summary>Returns what is known of a term.</summary>
    /// <param name="input">The file.</param>
    /// <param name="count">The number of terms up to and with this one; not less than the call before.</param>
    public ref readonly BlockTermState Decode(IndexInput input, int count)
    {
        if (_decoded < count)
        {
            var stats = new SpanReader(input.SpanAt(_statsOffset, _statsLength), input, _statsPosition);
            var metadata = new SpanReader(input.SpanAt(_metadataOffset, _metadataLength), input, _metadataPosition);
            for (; _decoded < count; _decoded++)
            {
                DecodeStats(ref stats, input);
                DecodeMetadata(ref metadata, input);
            }

            _statsPosition = stats.Position;
            _metadataPosition = metadata.Position;
        }

        return ref _state;
    }

    private void DecodeStats(ref SpanReader stats, IndexInput input)
    {
        if (_run > 0)
        {
            _run--;
            return; // Frequencies are 1 still.
        }

        int token = stats.ReadVInt32();
        if ((token & 1) != 0)
        {
            _run = token >>> 1;
            _state.DocFreq = 1;
            _state.TotalTermFreq = 1;
            return;
        }

        _state.DocFreq = token >>> 1;
        _state.TotalTermFreq = _field.HasFreqs ? _state.DocFreq + stats.ReadVInt64() : _state.DocFreq;
        bool possible = _state.DocFreq > 0
            && _state.DocFreq <= _maxDoc
            && _state.TotalTermFreq >= _state.DocFreq
            && (_state.DocFreq > 1 || _state.TotalTermFreq <= int.MaxValue);
        if (!possible)
        {
            throw new CorruptIndexException(
                $"a term occurs {_state.TotalTermFreq} times in {_state.DocFreq} of {_maxDoc} documents", input.Name, _statsOffset);
        }
    }

    private void DecodeMetadata(ref SpanReader metadata, IndexInput input)
    {
        bool compressedSingletons = _version >= Lucene84Format.PostingsVersion;
        if (compressedSingletons)
        {
            DecodeDocs(ref metadata, input);
        }
        else
        {
            _state.DocStart += metadata.ReadVInt64();
        }

        if (_field.HasPositions)
        {
            _state.PosStart += metadata.ReadVInt64();
            if (_field.HasOffsets || _field.HasPayloads)
            {
                _state.PayStart += metadata.ReadVInt64();
            }
        }

        if (!compressedSingletons)
        {
            _state.SingletonDoc = _state.DocFreq == 1 ? metadata.ReadVInt32() : BlockTermState.None;
        }

        bool hasPosBlocks = _field.HasPositions && _state.TotalTermFreq > Lucene84Format.BlockSize;
        _state.LastPosBlockOffset = hasPosBlocks ? metadata.ReadVInt64() : BlockTermState.None;
        _state.SkipOffset = _state.DocFreq > Lucene84Format.BlockSize ? metadata.ReadVInt64() : BlockTermState.None;
        if (_state.DocFreq == 1 && (uint)_state.SingletonDoc >= (uint)_maxDoc)
        {
            throw new CorruptIndexException($"document {_state.SingletonDoc} of {_maxDoc}", input.Name, _metadataOffset);
        }
    }

    private void DecodeDocs(ref SpanReader metadata, IndexInput input)
    {
        long code = metadata.ReadVInt64();
        if ((code & 1) != 0)
        {
            // The document is told by that of the term before, which must have but one as well.
            if (_state.DocFreq != 1 || _state.SingletonDoc == BlockTermState.None)
            {
                throw new CorruptIndexException("a single document relative to none", input.Name, _metadataOffset);
            }

            long zigzag = (long)((ulong)code >> 1);
            long doc = _state.SingletonDoc + ((zigzag >> 1) ^ -(zigzag & 1));
            _state.SingletonDoc = doc is >= 0 and <= int.MaxValue ? (int)doc : BlockTermState.None;
            return;
        }

        _state.DocStart += (long)((ulong)code >> 1);
        _state.SingletonDoc = _state.DocFreq == 1 ? metadata.ReadVInt32() : BlockTermState.None;
    }
}
