using SearchIndex.Engine.Analysis;
using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Index;

/// <summary>The terms of one field in a <see cref="SegmentBuffer"/>: filled value by value, written once.</summary>
internal sealed class InvertedField
{
    private const int MaxPosition = int.MaxValue - 128;

    private readonly TermTable _terms = new();
    private readonly TokenLog _tokens;
    private readonly Analyzer _analyzer;
    private TokenStream? _stream;
    private byte[] _norms = [];
    private FixedBitSet _docsWithField = new(0);

    // State of the document at hand; a field may have several values.
    private int _docId = -1;
    private int _position;
    private int _offset;
    private int _length;
    private int _tokensBefore;

    public InvertedField(FieldInfo info, Analyzer analyzer)
    {
        Info = info;
        _analyzer = analyzer;
        _tokens = new TokenLog(info.HasOffsets ? 4 : info.HasPositions ? 2 : 1);
    }

    public FieldInfo Info { get; }

    public long MemoryBytes => _terms.MemoryBytes + _tokens.MemoryBytes + _norms.Length;

    /// <summary>Adds a value of the document.</summary>
    public void AddValue(int docId, string text, bool tokenized)
    {
        if (docId == _docId)
        {
            _position += _analyzer.PositionIncrementGap(Info.Name);
            _offset += _analyzer.OffsetGap(Info.Name);
        }
        else
        {
            StartDocument(docId);
        }

        if (tokenized)
        {
            AddTokens(text);
        }
        else
        {
            AddToken(text, 1, 0, text.Length);
            _offset += text.Length;
        }
    }

    /// <summary>Ends the document: its norm is set when it has the field.</summary>
    public void FinishDocument(int docId)
    {
        if (docId != _docId || !Info.HasNorms)
        {
            return;
        }

        EnsureRoom(docId + 1);
        _docsWithField.Set(docId);
        _norms[docId] = SmallFloat.IntToByte4(_length);
    }

    /// <summary>Forgets what was added of a document that failed halfway.</summary>
    public void Abandon(int docId)
    {
        if (docId == _docId)
        {
            _tokens.Truncate(_tokensBefore);
            _docId = -1;
        }
    }

    /// <summary>Writes the norms of all documents.</summary>
    public void WriteNorms(NormsConsumer consumer, int maxDoc)
    {
        EnsureRoom(maxDoc);
        FixedBitSet? docsWithField = AllDocuments(maxDoc) ? null : WithLength(_docsWithField, maxDoc);
        consumer.WriteField(Info, docsWithField, _norms.AsSpan(0, maxDoc));
    }

    /// <summary>Writes terms and postings.</summary>
    public void WritePostings(FieldsConsumer consumer, int maxDoc)
    {
        EnsureRoom(maxDoc);
        consumer.StartField(Info, Info.HasNorms ? _norms.AsMemory(0, maxDoc) : default);
        var batches = new TermBatches(_terms, _tokens);
        while (batches.Next())
        {
            for (int index = 0; index < batches.Count; index++)
            {
                consumer.StartTerm(batches.Term(index));
                WriteDocuments(consumer, batches.Records(index));
                consumer.FinishTerm();
            }
        }

        consumer.FinishField();
    }

    private static FixedBitSet WithLength(FixedBitSet set, int length)
    {
        var exact = new FixedBitSet(length);
        set.Words[..exact.Words.Length].CopyTo(exact.Words);
        return exact;
    }

    private void StartDocument(int docId)
    {
        _docId = docId;
        _position = -1;
        _offset = 0;
        _length = 0;
        _tokensBefore = _tokens.Count;
    }

    private void AddTokens(string text)
    {
        TokenStream stream = _stream ??= _analyzer.CreateTokenStream(Info.Name);
        stream.Reset(text.AsMemory());
        while (stream.IncrementToken())
        {
            AddToken(stream.Term, stream.PositionIncrement, stream.StartOffset, stream.EndOffset);
        }

        _position += stream.FinalPositionIncrement;
        _offset += stream.FinalOffset;
    }

    private void AddToken(ReadOnlySpan<char> term, int positionIncrement, int startOffset, int endOffset)
    {
        _position += positionIncrement;
        if ((uint)_position > MaxPosition)
        {
            throw new ArgumentException($"position {_position} of a token in field {Info.Name} is outside of 0 to {MaxPosition}");
        }

        if (positionIncrement != 0)
        {
            _length++;
        }

        _tokens.Add(_terms.GetOrAdd(term), _docId, _position, _offset + startOffset, _offset + endOffset);
    }

    private void WriteDocuments(FieldsConsumer consumer, ReadOnlySpan<int> records)
    {
        int width = _tokens.Width;
        int start = 0;
        while (start < records.Length)
        {
            int docId = records[start];
            int end = start + width;
            while (end < records.Length && records[end] == docId)
            {
                end += width;
            }

            consumer.StartDocument(docId, (end - start) / width);
            if (Info.HasPositions)
            {
                WritePositions(consumer, records[start..end]);
            }

            start = end;
        }
    }

    private void WritePositions(FieldsConsumer consumer, ReadOnlySpan<int> records)
    {
        int width = _tokens.Width;
        for (int at = 0; at < records.Length; at += width)
        {
            if (Info.HasOffsets)
            {
                consumer.AddPosition(records[at + 1], records[at + 2], records[at + 3]);
            }
            else
            {
                consumer.AddPosition(records[at + 1], -1, -1);
            }
        }
    }

    private bool AllDocuments(int maxDoc) => _docsWithField.Cardinality() == maxDoc;

    private void EnsureRoom(int maxDoc)
    {
        if (maxDoc > _norms.Length)
        {
            int length = Math.Max(maxDoc, Math.Max(64, _norms.Length * 2));
            Array.Resize(ref _norms, length);
            FixedBitSet larger = new(length);
            _docsWithField.Words.CopyTo(larger.Words);
            _docsWithField = larger;
        }
    }
}
