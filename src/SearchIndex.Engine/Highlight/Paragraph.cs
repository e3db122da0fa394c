namespace SearchIndex.Engine.Highlight;

/// <summary>A line of a text, or several short ones, with its sentences and matches, from which passages are cut.</summary>
internal sealed class Paragraph
{
    // What a cut sentence may keep before its match.
    private const int ContextBefore = 60;

    private readonly string _text;
    private readonly int _start;
    private readonly int _end;
    private readonly IReadOnlyList<MatchRange> _matches;
    private readonly List<int> _sentenceEnds;

    /// <summary>Creates the paragraph.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="start">Where the paragraph starts.</param>
    /// <param name="end">Where it ends: at a line feed or the end of the text. Line feeds inside end sentences.</param>
    /// <param name="matches">The matches in it, ascending and without overlaps.</param>
    public Paragraph(string text, int start, int end, IReadOnlyList<MatchRange> matches)
    {
        _text = text;
        _start = start;
        _end = end;
        _matches = matches;
        _sentenceEnds = SentenceBreaks.Ends(text, start, end, matches);
    }

    /// <summary>
    /// Returns the line that holds a position, with as many lines behind it, and if need be before it, as make up a passage.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="position">The position.</param>
    /// <param name="floor">What lies before this is taken already.</param>
    public static (int Start, int End) Around(string text, int position, int floor)
    {
        int start = Math.Max(floor, StartOf(text, position));
        int end = EndOf(text, position);
        while (end - start < PassageFinder.MinLength && end < text.Length)
        {
            end = EndOf(text, end + 1);
        }

        while (end - start < PassageFinder.MinLength && start > floor)
        {
            start = Math.Max(floor, StartOf(text, start - 1));
        }

        return (start, end);
    }

    /// <summary>Adds passages that together hold all matches, in reading order.</summary>
    public void AddPassages(List<Passage> passages)
    {
        int floor = _start;
        foreach (MatchRange match in _matches)
        {
            if (match.Start >= floor)
            {
                (int start, int end) = Around(match, floor);
                passages.Add(Trimmed(start, end));
                floor = end;
            }
        }
    }

    /// <summary>Returns the passage around a match that begins at or behind <paramref name="floor"/>.</summary>
    public Passage PassageAround(MatchRange match, int floor)
    {
        (int start, int end) = Around(match, floor);
        return Trimmed(start, end);
    }

    private static int StartOf(string text, int position) => position == 0 ? 0 : text.LastIndexOf('\n', position - 1) + 1;

    private static int EndOf(string text, int position)
    {
        int lineFeed = position < text.Length ? text.IndexOf('\n', position) : -1;
        return lineFeed < 0 ? text.Length : lineFeed;
    }

    private (int Start, int End) Around(MatchRange match, int floor)
    {
        int start = Math.Max(floor, SentenceStart(match.Start));
        int end = SentenceEnd(Math.Max(match.Start, match.End - 1));
        if (match.End - start > PassageFinder.MaxLength)
        {
            start = CutStart(match, start);
        }

        if (end - start > PassageFinder.MaxLength)
        {
            return (start, CutEnd(start, match.End));
        }

        end = TakeFollowing(start, end);
        start = TakePreceding(start, end, floor);
        return end - start >= PassageFinder.MinLength ? (start, end) : TakeParts(start, end, floor);
    }

    // Whole sentences behind: as many as are needed, and any further that match and still fit.
    private int TakeFollowing(int start, int end)
    {
        while (end < _end)
        {
            int next = SentenceEnd(end);
            bool wanted = end - start < PassageFinder.MinLength || HasMatchIn(end, next);
            if (!wanted || next - start > PassageFinder.MaxLength)
            {
                break;
            }

            end = next;
        }

        return end;
    }

    private int TakePreceding(int start, int end, int floor)
    {
        while (end - start < PassageFinder.MinLength && start > floor)
        {
            int previous = Math.Max(floor, SentenceStart(start - 1));
            if (end - previous > PassageFinder.MaxLength)
            {
                break;
            }

            start = previous;
        }

        return start;
    }

    // The neighbours are too long to be taken whole.
    private (int Start, int End) TakeParts(int start, int end, int floor)
    {
        if (end < _end)
        {
            return (start, CutEnd(start, end));
        }

        if (start == floor)
        {
            return (start, end);
        }

        int earliest = Math.Max(floor, end - PassageFinder.MaxLength);
        return (FirstCut(earliest, Math.Max(earliest, end - PassageFinder.MinLength)), end);
    }

    private int CutStart(MatchRange match, int sentenceStart)
    {
        int earliest = Math.Max(Math.Max(sentenceStart, match.Start - ContextBefore), match.End - PassageFinder.MaxLength);
        return earliest >= match.Start ? match.Start : FirstCut(earliest, match.Start);
    }

    // There are no matches between the ends: those before have got passages of their own.
    private int FirstCut(int earliest, int latest)
    {
        for (int cut = Math.Max(earliest, 1); cut <= latest; cut++)
        {
            if (SentenceBreaks.IsPause(_text, cut) || _sentenceEnds.BinarySearch(cut) >= 0)
            {
                return cut;
            }
        }

        for (int cut = Math.Max(earliest, 1); cut <= latest; cut++)
        {
            if (char.IsWhiteSpace(_text[cut - 1]))
            {
                return cut;
            }
        }

        return SplitsPair(earliest) ? earliest + 1 : earliest;
    }

    private int CutEnd(int start, int atLeast)
    {
        int latest = Math.Min(start + PassageFinder.MaxLength, _end);
        int earliest = Math.Max(start + PassageFinder.MinLength, atLeast);
        for (int cut = latest; cut >= earliest; cut--)
        {
            if ((SentenceBreaks.IsPause(_text, cut) || _sentenceEnds.BinarySearch(cut) >= 0) && MatchAcross(cut) is null)
            {
                return cut;
            }
        }

        for (int cut = latest; cut >= earliest; cut--)
        {
            if (char.IsWhiteSpace(_text[cut - 1]) && MatchAcross(cut) is null)
            {
                return cut;
            }
        }

        int hard = Math.Max(latest, atLeast);
        hard = MatchAcross(hard)?.Start ?? hard;
        return SplitsPair(hard) ? hard - 1 : hard;
    }

    private Passage Trimmed(int start, int end)
    {
        while (start < end && char.IsWhiteSpace(_text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(_text[end - 1]))
        {
            end--;
        }

        var marks = new List<MatchRange>();
        for (int index = FirstMatchEndingBehind(start); index < _matches.Count && _matches[index].End <= end; index++)
        {
            marks.Add(_matches[index]);
        }

        return new Passage(start, end, marks);
    }

    private int SentenceEnd(int position)
    {
        int index = _sentenceEnds.BinarySearch(position + 1);
        return _sentenceEnds[index < 0 ? ~index : index];
    }

    private int SentenceStart(int position)
    {
        int index = _sentenceEnds.BinarySearch(position);
        int before = index < 0 ? ~index - 1 : index;
        return before < 0 ? _start : _sentenceEnds[before];
    }

    private bool HasMatchIn(int start, int end)
    {
        int index = FirstMatchEndingBehind(start);
        return index < _matches.Count && _matches[index].Start < end;
    }

    private MatchRange? MatchAcross(int cut)
    {
        int index = FirstMatchEndingBehind(cut);
        return index < _matches.Count && _matches[index].Start < cut ? _matches[index] : null;
    }

    private int FirstMatchEndingBehind(int position)
    {
        int low = 0;
        int high = _matches.Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (_matches[middle].End > position)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }

    private bool SplitsPair(int cut) =>
        cut > 0 && cut < _text.Length && char.IsLowSurrogate(_text[cut]) && char.IsHighSurrogate(_text[cut - 1]);
}
