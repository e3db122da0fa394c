using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// Writes <c>.doc</c>, <c>.pos</c> and <c>.pay</c> (spec 5), term by term. Documents and positions gather in blocks of 128; what a
/// term has left at its end becomes a tail of small numbers. Payloads are not written.
/// <code>
/// .doc of a term   df = 1: nothing; else (docs, [freqs])*, tail, [skip data when df > 128]
///   docs           ForDeltaBlock: 128 differences of documents
///   freqs          PForBlock: 128 frequencies, when the field keeps them
///   tail           per document: VInt delta; with frequencies VInt (delta &lt;&lt; 1 | 1), or VInt (delta &lt;&lt; 1), VInt freq
/// .pos of a term   PForBlock of 128 position differences *, tail
///   tail           per position: VInt delta; with offsets then VInt (start delta &lt;&lt; 1) when the length is as before,
///                  else VInt (start delta &lt;&lt; 1 | 1), VInt length
/// .pay of a term   (PForBlock of 128 start differences, PForBlock of 128 lengths)*, when the field keeps offsets
/// </code>
/// Example: the bytes <c>01 03</c> in <c>.doc</c> are document 0 (0 &lt;&lt; 1 | 1) and document 1 (1 &lt;&lt; 1 | 1), once in each.
/// </summary>
internal sealed class PostingsWriter
{
    /// <summary>What the skip data assume as norm of a field without norms.</summary>
    private const byte NormOfNoNorms = 1;

    private readonly IndexOutput _doc;
    private readonly IndexOutput? _pos;
    private readonly IndexOutput? _pay;
    private readonly int _maxDoc;
    private readonly SkipWriter _skip = new();

    private readonly int[] _docDeltas = new int[Lucene84Format.BlockSize];
    private readonly int[] _freqs = new int[Lucene84Format.BlockSize];
    private readonly int[] _positionDeltas = new int[Lucene84Format.BlockSize];
    private readonly int[] _startDeltas = new int[Lucene84Format.BlockSize];
    private readonly int[] _offsetLengths = new int[Lucene84Format.BlockSize];

    private bool _hasFreqs;
    private bool _hasPositions;
    private bool _hasOffsets;
    private ReadOnlyMemory<byte> _norms;

    private int _docFreq;
    private long _totalTermFreq;
    private long _docStart;
    private long _posStart;
    private long _payStart;
    private int _docCount;
    private int _positionCount;
    private int _lastDoc;
    private int _lastDocOfSkip;
    private int _lastPosition;
    private int _lastStart;
    private int _occurrencesLeft;

    /// <summary>Creates the writer over files whose headers are written.</summary>
    public PostingsWriter(IndexOutput doc, IndexOutput? pos, IndexOutput? pay, int maxDoc)
    {
        _doc = doc;
        _pos = pos;
        _pay = pay;
        _maxDoc = maxDoc;
    }

    /// <summary>Begins a field.</summary>
    public void StartField(FieldInfo field, ReadOnlyMemory<byte> norms)
    {
        _hasFreqs = field.HasFreqs;
        _hasPositions = field.HasPositions;
        _hasOffsets = field.HasOffsets;
        _norms = norms;
        _skip.StartField(field);
    }

    /// <summary>Begins a term.</summary>
    public void StartTerm()
    {
        _docFreq = 0;
        _totalTermFreq = 0;
        _docStart = _doc.Position;
        _posStart = _hasPositions ? _pos!.Position : 0;
        _payStart = _hasOffsets ? _pay!.Position : 0;
        _docCount = 0;
        _positionCount = 0;
        _lastDoc = 0;
        _lastDocOfSkip = 0;
        _occurrencesLeft = 0;
        var start = new SkipPoint { DocPointer = _docStart, PosPointer = _posStart, PayPointer = _payStart };
        _skip.StartTerm(in start);
    }

    /// <summary>Begins a document.</summary>
    public void StartDocument(int docId, int freq)
    {
        if ((uint)docId >= (uint)_maxDoc || (docId <= _lastDoc && _docFreq > 0))
        {
            throw new ArgumentOutOfRangeException(
                nameof(docId), docId, $"documents must ascend and be below {_maxDoc}; the one before was {_lastDoc}");
        }

        if (_hasFreqs)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(freq, 1);
        }
        else
        {
            freq = 1;
        }

        RequireAllPositions();
        if (_docCount == Lucene84Format.BlockSize)
        {
            AddSkipEntry();
            _docCount = 0;
        }

        _docDeltas[_docCount] = docId - _lastDoc;
        _freqs[_docCount] = freq;
        _docCount++;
        _docFreq++;
        _totalTermFreq += freq;
        if (_docCount == Lucene84Format.BlockSize)
        {
            WriteDocBlock();
        }

        _lastDoc = docId;
        _lastPosition = 0;
        _lastStart = 0;
        _occurrencesLeft = _hasPositions ? freq : 0;
    }

    /// <summary>Adds an occurrence of the current document.</summary>
    public void AddPosition(int position, int startOffset, int endOffset)
    {
        if (_occurrencesLeft == 0)
        {
            throw new InvalidOperationException("the document has more positions than its frequency, or the field keeps none");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(position, _lastPosition);
        _occurrencesLeft--;
        _positionDeltas[_positionCount] = position - _lastPosition;
        _lastPosition = position;
        if (_hasOffsets)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(startOffset, _lastStart);
            ArgumentOutOfRangeException.ThrowIfLessThan(endOffset, startOffset);
            _startDeltas[_positionCount] = startOffset - _lastStart;
            _offsetLengths[_positionCount] = endOffset - startOffset;
            _lastStart = startOffset;
        }

        _positionCount++;
        if (_positionCount == Lucene84Format.BlockSize)
        {
            WritePositionBlock();
        }
    }

    /// <summary>Ends the term. Returns false when it has no document; then nothing was written.</summary>
    public bool FinishTerm(out BlockTermState state)
    {
        RequireAllPositions();
        state = new BlockTermState
        {
            DocFreq = _docFreq,
            TotalTermFreq = _totalTermFreq,
            DocStart = _docStart,
            PosStart = _posStart,
            PayStart = _payStart,
            LastPosBlockOffset = BlockTermState.None,
            SkipOffset = BlockTermState.None,
            SingletonDoc = BlockTermState.None,
        };
        if (_docFreq == 0)
        {
            return false;
        }

        if (_docFreq == 1)
        {
            state.SingletonDoc = _lastDoc;
        }
        else if (_docCount < Lucene84Format.BlockSize)
        {
            WriteDocTail();
        }

        if (_hasPositions)
        {
            if (_totalTermFreq > Lucene84Format.BlockSize)
            {
                state.LastPosBlockOffset = _pos!.Position - _posStart;
            }

            WritePositionTail();
        }

        if (_docFreq > Lucene84Format.BlockSize)
        {
            state.SkipOffset = _doc.Position - _docStart;
            _skip.Write(_doc);
        }

        return true;
    }

    private void RequireAllPositions()
    {
        if (_occurrencesLeft != 0)
        {
            throw new InvalidOperationException($"document {_lastDoc} lacks {_occurrencesLeft} of its positions");
        }
    }

    private void AddSkipEntry()
    {
        AddImpacts();
        var point = new SkipPoint
        {
            Doc = _lastDoc,
            Blocks = _docFreq / Lucene84Format.BlockSize,
            DocPointer = _doc.Position,
            PosPointer = _hasPositions ? _pos!.Position : 0,
            PosBufferUpto = _positionCount,
            PayPointer = _hasOffsets ? _pay!.Position : 0,
        };
        _skip.AddEntry(in point);
    }

    private void AddImpacts()
    {
        ReadOnlySpan<byte> norms = _norms.Span;
        int docId = _lastDocOfSkip;
        for (int index = 0; index < _freqs.Length; index++)
        {
            docId += _docDeltas[index];
            _skip.AddImpact(_freqs[index], norms.IsEmpty ? NormOfNoNorms : norms[docId]);
        }

        _lastDocOfSkip = docId;
    }

    private void WriteDocBlock()
    {
        ForDeltaBlock.Write(_docDeltas, _doc);
        if (_hasFreqs)
        {
            PForBlock.Write(_freqs, _doc);
        }
    }

    private void WriteDocTail()
    {
        for (int index = 0; index < _docCount; index++)
        {
            int delta = _docDeltas[index];
            if (!_hasFreqs)
            {
                _doc.WriteVInt32(delta);
            }
            else if (_freqs[index] == 1)
            {
                _doc.WriteVInt32((delta << 1) | 1);
            }
            else
            {
                _doc.WriteVInt32(delta << 1);
                _doc.WriteVInt32(_freqs[index]);
            }
        }
    }

    private void WritePositionBlock()
    {
        PForBlock.Write(_positionDeltas, _pos!);
        if (_hasOffsets)
        {
            PForBlock.Write(_startDeltas, _pay!);
            PForBlock.Write(_offsetLengths, _pay!);
        }

        _positionCount = 0;
    }

    private void WritePositionTail()
    {
        int lastLength = BlockTermState.None;
        for (int index = 0; index < _positionCount; index++)
        {
            _pos!.WriteVInt32(_positionDeltas[index]);
            if (!_hasOffsets)
            {
                continue;
            }

            int length = _offsetLengths[index];
            if (length == lastLength)
            {
                _pos.WriteVInt32(_startDeltas[index] << 1);
            }
            else
            {
                _pos.WriteVInt32((_startDeltas[index] << 1) | 1);
                _pos.WriteVInt32(length);
                lastLength = length;
            }
        }
    }
}
