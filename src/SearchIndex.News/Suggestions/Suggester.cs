using SearchIndex.News.Suggestions.Corrections;

namespace SearchIndex.News.Suggestions;

/// <summary>
/// Finds what can be suggested for what was typed: by the beginning of its text, in either script, and by its pinyin. It holds what one
/// snapshot gave and never changes: safe for several threads.
/// </summary>
internal sealed class Suggester
{
    /// <summary>What is kept beyond what was asked for, since what has no articles any more is left out.</summary>
    private const int Spare = 10;

    // What the kind of match counts beside the weight of an entry, which is a logarithm of counts.
    private const float WholeText = 8f;
    private const float WholePinyin = 6f;
    private const float Initials = 4f;
    private const float Syllables = 3f;

    private readonly PinyinMatcher _pinyin = new(PinyinTable.Embedded);

    /// <summary>All entries by their keys.</summary>
    private readonly SuggestionEntry[] _byKey;

    /// <summary>The entries that pinyin finds, by the letters that they may begin with.</summary>
    private readonly Dictionary<char, SuggestionEntry[]> _byInitial;

    /// <summary>Creates a suggester.</summary>
    /// <param name="entries">What can be suggested; of the same key and kind only one.</param>
    public Suggester(IEnumerable<SuggestionEntry> entries)
    {
        _byKey = [.. entries.Where(entry => entry.Key.Length > 0).OrderBy(entry => entry.Key, StringComparer.Ordinal)];
        _byInitial = _byKey
            .Where(entry => entry.Kind != SuggestionKind.Title && entry.Key.Length <= PinyinMatcher.MaxLength)
            .SelectMany(entry => InitialsOf(entry.Key[0]).Select(initial => (Initial: initial, Entry: entry)))
            .GroupBy(pair => pair.Initial)
            .ToDictionary(same => same.Key, same => same.Select(pair => pair.Entry).ToArray());
        Near = new NearTerms(_byKey);
    }

    /// <summary>Gets the names and words by what they are mistaken for.</summary>
    public NearTerms Near { get; }

    /// <summary>Gets the entries, by their keys.</summary>
    public IReadOnlyList<SuggestionEntry> Entries => _byKey;

    /// <summary>Returns the suggestions for a text, the most useful first; each has articles.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="size">The most suggestions.</param>
    /// <param name="counts">Counts the articles of each.</param>
    public IReadOnlyList<Suggestion> Find(string typed, int size, ArticleCounts counts)
    {
        var suggestions = new List<Suggestion>();
        var meanings = new HashSet<object>();
        foreach (SuggestionEntry entry in Candidates(typed, size + Spare))
        {
            // Of the forms of one group, which find the same, the best is enough.
            if (entry.Meaning is { } meaning && !meanings.Add(meaning))
            {
                continue;
            }

            string query = entry.Query();
            int articles = counts.Of(query);
            if (articles > 0)
            {
                suggestions.Add(new Suggestion(entry.Text, query, entry.Kind, articles));
            }

            if (suggestions.Count == size)
            {
                break;
            }
        }

        return suggestions;
    }

    /// <summary>Tells whether a text is one of the names and words.</summary>
    public bool HasTerm(string text)
    {
        string key = SuggestionText.Key(text);
        for (int at = FirstAtOrBehind(key); at < _byKey.Length && _byKey[at].Key == key; at++)
        {
            if (_byKey[at].IsTerm)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Returns the entries whose pinyin the letters are, whole or by initials, the most useful first.</summary>
    public IEnumerable<SuggestionEntry> FindSpelled(string typed, int count)
    {
        var best = new BestSuggestions(count);
        AddByPinyin(typed, best, PinyinFit.Initials);
        return best.Ordered();
    }

    private IEnumerable<SuggestionEntry> Candidates(string typed, int count)
    {
        string cut = typed.Length <= SuggestionText.MaxLength ? typed : typed[..SuggestionText.MaxLength];
        var best = new BestSuggestions(count);
        AddByText(SuggestionText.Key(cut), best);
        AddByPinyin(cut, best, PinyinFit.Beginning);
        return best.Ordered();
    }

    private void AddByText(string key, BestSuggestions best)
    {
        for (int at = key.Length == 0 ? _byKey.Length : FirstAtOrBehind(key); at < _byKey.Length; at++)
        {
            SuggestionEntry entry = _byKey[at];
            if (!entry.Key.StartsWith(key, StringComparison.Ordinal))
            {
                break;
            }

            best.Add(entry, entry.Weight + (entry.Key.Length == key.Length ? WholeText : 0f));
        }
    }

    private void AddByPinyin(string typed, BestSuggestions best, PinyinFit least)
    {
        string? letters = PinyinMatcher.Normalize(typed);
        if (letters is null)
        {
            return;
        }

        // A Han character that was typed stands for itself: 林fz begins with the letters of 林.
        char first = letters[0];
        char initial = char.IsAsciiLetterLower(first) ? first : InitialsOf(first).FirstOrDefault();
        foreach (SuggestionEntry entry in _byInitial.GetValueOrDefault(initial, []))
        {
            PinyinFit fit = _pinyin.Match(letters, entry.Key);
            if (fit != PinyinFit.None && fit >= least)
            {
                best.Add(entry, entry.Weight + BonusOf(fit));
            }
        }
    }

    private static float BonusOf(PinyinFit fit) => fit switch
    {
        PinyinFit.Whole => WholePinyin,
        PinyinFit.Initials => Initials,
        PinyinFit.Syllables => Syllables,
        _ => 0f,
    };

    /// <summary>Returns the letters that the pinyin of a character begins with, each once.</summary>
    private static IEnumerable<char> InitialsOf(char character)
    {
        string[] readings = PinyinTable.Embedded.ReadingsOf(character).ToArray();
        return readings.Select(reading => reading[0]).Distinct();
    }

    private int FirstAtOrBehind(string key)
    {
        int low = 0;
        int high = _byKey.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (string.CompareOrdinal(_byKey[middle].Key, key) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
