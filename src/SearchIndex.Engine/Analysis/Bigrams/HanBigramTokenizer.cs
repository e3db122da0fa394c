using System.Runtime.CompilerServices;
using System.Text;
using SearchIndex.Engine.Analysis.Folding;

namespace SearchIndex.Engine.Analysis.Bigrams;

/// <summary>
/// Folds a text and cuts it into pairs of Han characters with exact positions, so that a phrase query finds a string of any
/// length and nothing else:
/// <list type="bullet">
/// <item>each Han character (also kana, 々 and 〇; a surrogate pair is one) has one position; there stands the pair of it and the
/// next, or, at the end of a run, the character alone;</item>
/// <item>a run of other letters, digits and marks is one token of one position, cut to <see cref="MaxWordLength"/> units;</item>
/// <item>a middle dot between two Han characters and invisible format characters are passed over: 冯·德莱恩 is 冯德莱恩;</item>
/// <item>white space ends a run and takes no position: 5 月 10 日 is 5月10日;</item>
/// <item>between two tokens, a line feed leaves a gap of <see cref="ParagraphGap"/> positions, else other punctuation one of 1.</item>
/// </list>
/// Offsets count UTF-16 units of the original text; those of a pair cover what lies between its characters. A term never holds
/// a lone surrogate.
/// </summary>
public sealed class HanBigramTokenizer : TokenStream
{
    /// <summary>The positions that a line feed leaves empty: more than any phrase's slop spans.</summary>
    public const int ParagraphGap = 100;

    /// <summary>The UTF-16 units of a run of letters that become its term; the rest is dropped, the offsets cover all.</summary>
    public const int MaxWordLength = 255;

    private const int PunctuationGap = 1;
    private const int MinBufferLength = 256;

    // Holds the units of a term that are not neighbours in the text.
    private readonly char[] _joined = new char[MaxWordLength];

    private char[] _folded = [];
    private int _length;
    private int _next;

    private char[] _termSource = [];
    private int _termStart;
    private int _termLength;

    /// <inheritdoc/>
    public override ReadOnlySpan<char> Term => _termSource.AsSpan(_termStart, _termLength);

    /// <inheritdoc/>
    public override void Reset(ReadOnlyMemory<char> text)
    {
        if (_folded.Length < text.Length)
        {
            _folded = new char[Math.Max(text.Length, Math.Max(MinBufferLength, (int)Math.Min(2L * _folded.Length, Array.MaxLength)))];
        }

        CharacterFold.Fold(text.Span, _folded);
        _length = text.Length;
        _next = 0;
        _termLength = 0;
        FinalOffset = text.Length;
        FinalPositionIncrement = 0;
    }

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        int gap = 0;
        int at = _next;
        while (at < _length)
        {
            CharacterClass kind = ClassAt(at, out int units);
            switch (kind)
            {
                case CharacterClass.Han:
                    PositionIncrement = 1 + gap;
                    TakeHan(at, units);
                    return true;
                case CharacterClass.Word:
                    PositionIncrement = 1 + gap;
                    TakeWord(at, units);
                    return true;
                case CharacterClass.LineFeed:
                    gap = ParagraphGap;
                    break;
                case CharacterClass.Punctuation:
                case CharacterClass.MiddleDot:
                    gap = Math.Max(gap, PunctuationGap);
                    break;
            }

            at += units;
        }

        _next = _length;
        FinalPositionIncrement = gap;
        return false;
    }

    private void TakeHan(int start, int units)
    {
        int behind = start + units;
        int second = FindNextHan(behind, out int secondUnits);
        StartOffset = start;
        if (second < 0)
        {
            SetTerm(_folded, start, units);
            EndOffset = behind;
            _next = behind;
            return;
        }

        if (second == behind)
        {
            SetTerm(_folded, start, units + secondUnits);
        }
        else
        {
            _folded.AsSpan(start, units).CopyTo(_joined);
            _folded.AsSpan(second, secondUnits).CopyTo(_joined.AsSpan(units));
            SetTerm(_joined, 0, units + secondUnits);
        }

        EndOffset = second + secondUnits;
        _next = second;
    }

    /// <summary>Finds the Han character that continues a run at or behind <paramref name="at"/>; -1 when the run ends.</summary>
    private int FindNextHan(int at, out int units)
    {
        bool passedDot = false;
        units = 0;
        while (at < _length)
        {
            CharacterClass kind = ClassAt(at, out units);
            if (kind == CharacterClass.Han)
            {
                return at;
            }

            bool isPassedOver = kind == CharacterClass.Ignorable || (kind == CharacterClass.MiddleDot && !passedDot);
            if (!isPassedOver)
            {
                return -1;
            }

            passedDot |= kind == CharacterClass.MiddleDot;
            at += units;
        }

        return -1;
    }

    private void TakeWord(int start, int units)
    {
        int end = start + units;
        bool hasIgnorable = false;
        int at = end;
        while (at < _length)
        {
            CharacterClass kind = ClassAt(at, out units);
            if (kind == CharacterClass.Word)
            {
                // Ignorable characters behind the last letter are not part of the run.
                hasIgnorable |= at != end;
                end = at + units;
            }
            else if (kind != CharacterClass.Ignorable)
            {
                break;
            }

            at += units;
        }

        StartOffset = start;
        EndOffset = end;
        _next = end;
        if (hasIgnorable)
        {
            SetTerm(_joined, 0, JoinWord(start, end));
        }
        else
        {
            SetTerm(_folded, start, LengthWithin(start, end));
        }
    }

    /// <summary>Copies a word without its ignorable characters and returns the length of its term.</summary>
    private int JoinWord(int start, int end)
    {
        int length = 0;
        int units;
        for (int at = start; at < end; at += units)
        {
            if (ClassAt(at, out units) != CharacterClass.Word)
            {
                continue;
            }

            if (length + units > MaxWordLength)
            {
                break;
            }

            _folded.AsSpan(at, units).CopyTo(_joined.AsSpan(length));
            length += units;
        }

        return length;
    }

    /// <summary>Returns the length of a word, cut to the longest that a term may have and never inside a surrogate pair.</summary>
    private int LengthWithin(int start, int end)
    {
        int length = end - start;
        if (length <= MaxWordLength)
        {
            return length;
        }

        return char.IsHighSurrogate(_folded[start + MaxWordLength - 1]) ? MaxWordLength - 1 : MaxWordLength;
    }

    private void SetTerm(char[] source, int start, int length)
    {
        _termSource = source;
        _termStart = start;
        _termLength = length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private CharacterClass ClassAt(int at, out int units)
    {
        units = 1;
        CharacterClass kind = CharacterClasses.OfUnit[_folded[at]];
        return kind != CharacterClass.Surrogate ? kind : SurrogateClassAt(at, out units);
    }

    private CharacterClass SurrogateClassAt(int at, out int units)
    {
        if (at + 1 < _length && Rune.TryCreate(_folded[at], _folded[at + 1], out Rune character))
        {
            units = 2;
            return CharacterClasses.OfSupplementary(character);
        }

        units = 1;
        return CharacterClass.Punctuation;
    }
}
