namespace SearchIndex.News.Tests.Query.Highlights;

/// <summary>A contiguous text to look for, cut into characters and words; places between them may be left open.</summary>
internal sealed class PlainPattern
{
    private readonly List<(int Offset, PlainUnit Unit)> _units = [];
    private readonly bool _goesOn;
    private readonly string? _exact;
    private readonly PlainPattern[] _longer;

    /// <summary>Creates a pattern.</summary>
    /// <param name="text">The text; a question mark leaves a place open.</param>
    /// <param name="goesOn">Whether the last word is the beginning of one.</param>
    /// <param name="isExact">Whether the very characters must stand there.</param>
    /// <param name="notWithin">Longer texts, in which the pattern is not meant.</param>
    public PlainPattern(string text, bool goesOn = false, bool isExact = false, params IEnumerable<string> notWithin)
    {
        _longer = [.. notWithin.Select(longer => new PlainPattern(longer))];
        _goesOn = goesOn;
        _exact = isExact ? text : null;
        int offset = 0;
        foreach (string piece in text.Split('?'))
        {
            IReadOnlyList<PlainUnit> units = new PlainText(piece).Units;
            foreach (PlainUnit unit in units)
            {
                _units.Add((offset + unit.Number, unit));
            }

            offset += units.Count == 0 ? 1 : units[^1].Number + 2;
        }
    }

    /// <summary>Gets how many places the pattern takes.</summary>
    public int Length => _units[^1].Offset + 1;

    /// <summary>Returns where the pattern stands in a text, by the numbers of the first and behind the last place and by units of the text.</summary>
    /// <param name="plain">The text.</param>
    /// <param name="text">The same as it is.</param>
    public IEnumerable<PlainMatch> FindAll(PlainText plain, string text)
    {
        PlainMatch[] longer = [.. _longer.SelectMany(pattern => pattern.FindAll(plain, text))];
        foreach (PlainMatch match in FindAnywhere(plain, text))
        {
            if (!longer.Any(other => other.First <= match.First && match.Behind <= other.Behind))
            {
                yield return match;
            }
        }
    }

    private IEnumerable<PlainMatch> FindAnywhere(PlainText plain, string text)
    {
        foreach (PlainUnit first in plain.Units)
        {
            if (Matches(first, 0) && EndOf(plain, first.Number) is { } last && (_exact is null || text[first.Start..last.End] == _exact))
            {
                yield return new PlainMatch(first.Number, first.Number + Length, first.Start, last.End);
            }
        }
    }

    private PlainUnit? EndOf(PlainText plain, int number)
    {
        PlainUnit? last = null;
        for (int index = 0; index < _units.Count; index++)
        {
            last = plain.At(number + _units[index].Offset);
            if (last is not { } unit || !Matches(unit, index))
            {
                return null;
            }
        }

        return last;
    }

    private bool Matches(PlainUnit unit, int index)
    {
        PlainUnit wanted = _units[index].Unit;
        bool hasText = _goesOn && index == _units.Count - 1 ? unit.Text.StartsWith(wanted.Text, StringComparison.Ordinal) : unit.Text == wanted.Text;
        return hasText && (unit.IsJoined || !wanted.IsJoined);
    }
}
