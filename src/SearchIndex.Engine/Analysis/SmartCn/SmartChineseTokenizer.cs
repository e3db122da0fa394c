using SearchIndex.Engine.Analysis.Folding;

namespace SearchIndex.Engine.Analysis.SmartCn;

/// <summary>
/// Cuts a text into buffers, these into sentences, these into words, and makes tokens of the words (spec 1, 2, 8 to 10). The
/// buffers are part of the outcome: no sentence and no word reaches across their ends.
/// </summary>
internal sealed class SmartChineseTokenizer : TokenStream
{
    private const int BufferLength = 1024;
    private const int FullWidthToAscii = '\uFF01' - '!';
    private const char FirstWide = '\uFF10';
    private const string DelimiterText = ",";

    private readonly bool _dropsDelimiters;
    private readonly bool _folds;
    private readonly SentenceSplitter _splitter = new();
    private readonly WordGraph _graph = new(SmartCnLexicon.Shared);
    private readonly char[] _buffer = new char[BufferLength];
    private readonly char[] _term = new char[BufferLength];

    private ReadOnlyMemory<char> _text;
    private int _bufferStart;
    private int _usableLength;
    private int _sentenceStart;
    private int _sentenceEnd;
    private int _wordCount;
    private int _nextWord;

    private char[] _termSource;
    private int _termStart;
    private int _termLength;

    internal SmartChineseTokenizer(bool dropsDelimiters, bool folds)
    {
        _dropsDelimiters = dropsDelimiters;
        _folds = folds;
        _termSource = _term;
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<char> Term => _termSource.AsSpan(_termStart, _termLength);

    /// <inheritdoc/>
    public override void Reset(ReadOnlyMemory<char> text)
    {
        _text = text;
        _bufferStart = 0;
        _usableLength = 0;
        _sentenceStart = 0;
        _sentenceEnd = 0;
        _wordCount = 0;
        _nextWord = 0;
        _termLength = 0;
        FinalOffset = text.Length;
        FinalPositionIncrement = 0;
    }

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        int dropped = 0;
        do
        {
            while (_nextWord < _wordCount)
            {
                WordNode node = _graph.Word(_nextWord++);
                if (node.Kind == NodeKind.Delimiter && _dropsDelimiters)
                {
                    dropped++;
                    continue;
                }

                SetToken(node);
                PositionIncrement = 1 + dropped;
                return true;
            }
        }
        while (SegmentNextSentence());

        FinalPositionIncrement += dropped;
        return false;
    }

    private bool SegmentNextSentence()
    {
        _sentenceStart = _sentenceEnd;
        if (_sentenceStart == _usableLength && !FillBuffer())
        {
            return false;
        }

        ReadOnlySpan<char> usable = _buffer.AsSpan(0, _usableLength);
        _sentenceEnd = _splitter.FindEnd(usable, _sentenceStart);
        _wordCount = _graph.Segment(usable[_sentenceStart.._sentenceEnd]);
        _nextWord = 0;
        return true;
    }

    private bool FillBuffer()
    {
        _bufferStart += _usableLength;
        ReadOnlySpan<char> source = _text.Span[_bufferStart..];
        source = source[..Math.Min(source.Length, BufferLength)];
        if (_folds)
        {
            FoldExceptMarks(source);
        }
        else
        {
            source.CopyTo(_buffer);
        }

        _usableLength = source.Length;
        if (source.Length == BufferLength)
        {
            int lastBorder = source.LastIndexOfAny("\n\r\u0085\u2028\u2029");
            _usableLength = lastBorder < 0 ? BufferLength : lastBorder + 1;
        }

        _sentenceStart = 0;
        _sentenceEnd = 0;
        return _usableLength > 0;
    }

    /// <summary>Folds all but marks: the lexicon knows pairs with full width ones, which help to find the words beside them.</summary>
    private void FoldExceptMarks(ReadOnlySpan<char> source)
    {
        for (int index = 0; index < source.Length; index++)
        {
            char unit = source[index];
            _buffer[index] = CharacterTypes.OfUnit[unit] == CharacterType.Delimiter ? unit : CharacterFold.Fold(unit);
        }
    }

    private void SetToken(WordNode node)
    {
        StartOffset = _bufferStart + _sentenceStart + node.Start;
        EndOffset = _bufferStart + _sentenceStart + node.End;
        int start = _sentenceStart + node.Start;
        int length = node.End - node.Start;
        if (node.Kind == NodeKind.Plain)
        {
            _termSource = _buffer;
            _termStart = start;
            _termLength = length;
            return;
        }

        _termSource = _term;
        _termStart = 0;
        _termLength = WriteTerm(_buffer.AsSpan(start, length), node.Kind);
    }

    private int WriteTerm(ReadOnlySpan<char> units, NodeKind kind)
    {
        switch (kind)
        {
            case NodeKind.SpacedWord:
                return CopyWithoutSpaces(units);
            case NodeKind.Delimiter:
                DelimiterText.CopyTo(_term);
                return DelimiterText.Length;
            default:
                for (int index = 0; index < units.Length; index++)
                {
                    char unit = units[index];
                    char narrow = kind == NodeKind.Wide && unit >= FirstWide ? (char)(unit - FullWidthToAscii) : unit;
                    _term[index] = narrow is >= 'A' and <= 'Z' ? (char)(narrow | ' ') : narrow;
                }

                return PorterStemmer.Stem(_term.AsSpan(0, units.Length));
        }
    }

    private int CopyWithoutSpaces(ReadOnlySpan<char> units)
    {
        int length = 0;
        foreach (char unit in units)
        {
            if (CharacterTypes.OfUnit[unit] != CharacterType.Space)
            {
                _term[length++] = unit;
            }
        }

        return length;
    }
}
