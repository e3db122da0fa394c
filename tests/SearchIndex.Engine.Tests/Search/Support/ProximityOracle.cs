using SearchIndex.Engine.Search;

namespace SearchIndex.Engine.Tests.Search.Support;

/// <summary>
/// Answers a <see cref="ProximityQuery"/> for one text by trying every choice of occurrences, as the definition reads. The text is words
/// with one space between them; a lone <c>_</c> is a position without a word.
/// </summary>
internal sealed class ProximityOracle
{
    private readonly ProximityQuery _query;
    private readonly string[] _words;
    private readonly int[] _offsets;
    private readonly List<(Place First, Place Last, int Gap)> _windows = [];
    private readonly bool[] _marked;

    public ProximityOracle(ProximityQuery query, string text)
    {
        _query = query;
        _words = text.Split(' ');
        _offsets = new int[_words.Length];
        for (int position = 1; position < _words.Length; position++)
        {
            _offsets[position] = _offsets[position - 1] + _words[position - 1].Length + 1;
        }

        _marked = new bool[text.Length];
        Place[][] places = [.. query.Units.Select(unit => unit.Forms.SelectMany(Places).ToArray())];
        Choose(places, []);
    }

    /// <summary>Gets whether there is a window.</summary>
    public bool IsMatch => _windows.Count > 0;

    /// <summary>Gets for each UTF-16 unit whether an occurrence that a window takes covers it.</summary>
    public IReadOnlyList<bool> Marked => _marked;

    /// <summary>Returns the frequency that counts for the score.</summary>
    public double Frequency()
    {
        double sum = 0;
        int from = 0;
        while (_windows.Where(window => window.First.Start >= from).OrderBy(window => window.Last.End).ThenBy(window => window.Gap)
            .Select(window => ((int End, int Gap)?)(window.Last.End, window.Gap)).FirstOrDefault() is { } next)
        {
            sum += 1.0 / (1 + next.Gap);
            from = next.End;
        }

        return sum;
    }

    private void Choose(Place[][] places, Place[] chosen)
    {
        if (chosen.Length == places.Length)
        {
            Judge(chosen);
            return;
        }

        foreach (Place place in places[chosen.Length])
        {
            bool isInOrder = !_query.IsOrdered || chosen.Length == 0 || chosen[^1].End <= place.Start;
            if (isInOrder && chosen.All(other => other.End <= place.Start || place.End <= other.Start))
            {
                Choose(places, [.. chosen, place]);
            }
        }
    }

    private void Judge(Place[] chosen)
    {
        Place first = chosen.MinBy(place => place.Start);
        Place last = chosen.MaxBy(place => place.End);
        int gap = Enumerable.Range(first.Start, last.End - first.Start)
            .Count(position => !chosen.Any(place => place.Start <= position && position < place.End));
        if (gap > _query.MaxGap)
        {
            return;
        }

        _windows.Add((first, last, gap));
        foreach (Place place in chosen)
        {
            Array.Fill(_marked, true, place.MarkStart, place.MarkEnd - place.MarkStart);
        }
    }

    private IEnumerable<Place> Places(ProximityForm form)
    {
        (string Word, int Position, bool IsPrefix)[] slots = Slots(form.Query);
        int markLimit = form.Query is PrefixQuery { Marks: PrefixMarks.PrefixOnly } prefix ? prefix.Prefix.Text.Length : int.MaxValue;
        for (int start = 0; start < _words.Length; start++)
        {
            bool isWithin = form.NotWithin.Any(longer => StandsAt(Slots(longer.Query), start - longer.Lead));
            if (!isWithin && StandsAt(slots, start))
            {
                int last = start + slots[^1].Position - slots[0].Position;
                int markEnd = _offsets[last] + Math.Min(markLimit, _words[last].Length);
                yield return new Place(start, start + form.Length, _offsets[start], markEnd);
            }
        }
    }

    private bool StandsAt((string Word, int Position, bool IsPrefix)[] slots, int start) => slots.All(slot =>
    {
        int position = start + slot.Position - slots[0].Position;
        return position >= 0 && position < _words.Length && Fits(slot, _words[position]);
    });

    private static bool Fits((string Word, int Position, bool IsPrefix) slot, string word) =>
        word != "_" && (slot.IsPrefix ? word.StartsWith(slot.Word, StringComparison.Ordinal) : word == slot.Word);

    private static (string Word, int Position, bool IsPrefix)[] Slots(Query query) => query switch
    {
        TermQuery term => [(term.Term.Text, 0, false)],
        PrefixQuery prefix => [(prefix.Prefix.Text, 0, true)],
        PhraseQuery phrase => [.. phrase.Terms.Zip(phrase.Positions, (term, position) => (term.Text, position, false))],
        PhrasePrefixQuery phrase => [.. phrase.Parts.Select(part => (part.Term.Text, part.Position, part.IsPrefix))],
        _ => throw new NotSupportedException(query.ToString()),
    };

    private readonly record struct Place(int Start, int End, int MarkStart, int MarkEnd);
}
