using System.Text;

namespace SearchIndex.News.Provenance;

/// <summary>Reads the pieces of a <see cref="SourceMap"/>, runs and steps in turn. What is damaged ends the reading or gives pieces within the text.</summary>
/// <param name="packed">The packed map.</param>
/// <param name="text">The text that it was made for.</param>
internal ref struct SourcePieces(ReadOnlySpan<char> packed, ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private NumberText.Reader _numbers = new(packed);
    private int _at;
    private int _byteAt;
    private bool _isBehindRun;

    /// <summary>Gets the piece.</summary>
    public SourcePiece Current { get; private set; }

    /// <summary>Moves to the next piece; false when there is none.</summary>
    public bool MoveNext()
    {
        if (!_numbers.HasMore)
        {
            return false;
        }

        Current = _isBehindRun ? ReadStep() : ReadRun();
        _isBehindRun = !_isBehindRun;
        _at = Current.End;
        _byteAt += Current.Bytes;
        return true;
    }

    private SourcePiece ReadRun()
    {
        int units = Math.Clamp(_numbers.Next(), 0, _text.Length - _at);
        int bytes = Encoding.UTF8.GetByteCount(_text.Slice(_at, units));
        return new SourcePiece(IsRun: true, _at, units, _byteAt, bytes, IsUnknown: false, LeftOut: null);
    }

    private SourcePiece ReadStep()
    {
        int kind = _numbers.Next();
        int units = Math.Clamp(kind >> SourceMap.FlagBits, 0, _text.Length - _at);
        int bytes = _numbers.Next();
        ByteSpan? leftOut = null;
        if ((kind & SourceMap.LeftOutFlag) != 0)
        {
            int start = _byteAt + _numbers.Next();
            leftOut = new ByteSpan(start, start + _numbers.Next());
        }

        return new SourcePiece(IsRun: false, _at, units, _byteAt, bytes, (kind & SourceMap.UnknownFlag) != 0, leftOut);
    }
}
