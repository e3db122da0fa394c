using AngleSharp.Dom;
using SearchIndex.News.Provenance;

namespace SearchIndex.News.Ingest;

/// <summary>
/// Knows where the texts of an HTML tree stand in the file. The parser does not tell, but the letters of the tree are those of the file in
/// the same order, a few moved or dropped for broken markup: these are looked for, and where they are not found their place is unknown.
/// </summary>
internal sealed class TextNodePlaces
{
    /// <summary>A shorter text stands in too many places to be looked for.</summary>
    private const int MinSoughtLetters = 6;

    /// <summary>How often the letters of the file may be run through in search of texts that are not where they should be.</summary>
    private const int MaxRuns = 16;

    private readonly Dictionary<INode, int> _firstLetters = new(ReferenceEqualityComparer.Instance);
    private readonly TracedText _letters;
    private char[] _sought = [];
    private ByteSpan[] _places = [];
    private int _next;
    private long _budget;

    private TextNodePlaces(TracedText letters)
    {
        _letters = letters;
        _budget = (long)MaxRuns * letters.Length;
    }

    /// <summary>Finds the places of all texts of a tree.</summary>
    /// <param name="root">The root of the tree.</param>
    /// <param name="letters">The letters of the file that it was made from.</param>
    public static TextNodePlaces Find(INode root, TracedText letters)
    {
        var found = new TextNodePlaces(letters);
        var pending = new Stack<INode>([root]);
        while (pending.TryPop(out INode? node))
        {
            if (node is IText text)
            {
                found.Place(text);
            }

            INodeList children = node.ChildNodes;
            for (int i = children.Length - 1; i >= 0; i--)
            {
                pending.Push(children[i]);
            }
        }

        return found;
    }

    /// <summary>Returns where each unit of a text stands; empty when nobody knows. Valid until the next call.</summary>
    public ReadOnlySpan<ByteSpan> Of(IText text)
    {
        if (!_firstLetters.TryGetValue(text, out int letter))
        {
            return [];
        }

        ReadOnlySpan<char> units = text.Data;
        if (_places.Length < units.Length)
        {
            _places = new ByteSpan[2 * units.Length];
        }

        for (int at = 0; at < units.Length; at++)
        {
            bool isLetter = !TextCleaner.Special.Contains(units[at]);
            _places[at] = isLetter ? _letters.Places[letter] : ByteSpan.None;
            letter += isLetter ? 1 : 0;
        }

        return _places.AsSpan(0, units.Length);
    }

    private void Place(IText text)
    {
        ReadOnlySpan<char> sought = LettersOf(text.Data);
        if (sought.IsEmpty)
        {
            return;
        }

        int place = _letters.Text[_next..].StartsWith(sought) ? _next : Seek(sought);
        if (place >= 0)
        {
            _firstLetters.Add(text, place);
            _next = place + sought.Length;
        }
    }

    private ReadOnlySpan<char> LettersOf(string text)
    {
        if (_sought.Length < text.Length)
        {
            _sought = new char[2 * text.Length];
        }

        int count = 0;
        foreach (char unit in text)
        {
            _sought[count] = unit;
            count += TextCleaner.Special.Contains(unit) ? 0 : 1;
        }

        return _sought.AsSpan(0, count);
    }

    /// <summary>Looks behind the last text first: dropped text is more frequent than text that was moved.</summary>
    private int Seek(ReadOnlySpan<char> sought)
    {
        if (sought.Length < MinSoughtLetters || _budget < 0)
        {
            return -1;
        }

        int behind = _letters.Text[_next..].IndexOf(sought);
        _budget -= behind < 0 ? _letters.Length : behind;
        return behind >= 0 ? _next + behind : _letters.Text[.._next].IndexOf(sought);
    }
}
