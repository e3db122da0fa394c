namespace SearchIndex.News.Suggestions;

/// <summary>Keeps the best of many candidates. Each entry is kept once, with its best score.</summary>
internal sealed class BestSuggestions(int count)
{
    private readonly PriorityQueue<SuggestionEntry, float> _kept = new(count + 1);
    private readonly Dictionary<SuggestionEntry, float> _scores = [];

    /// <summary>Adds a candidate.</summary>
    public void Add(SuggestionEntry entry, float score)
    {
        if (_kept.Count == count && _kept.TryPeek(out _, out float worst) && score <= worst)
        {
            return;
        }

        if (_scores.TryGetValue(entry, out float known))
        {
            if (score > known)
            {
                _kept.Remove(entry, out _, out _);
                Keep(entry, score);
            }

            return;
        }

        Keep(entry, score);
        if (_kept.Count > count)
        {
            _scores.Remove(_kept.Dequeue());
        }
    }

    /// <summary>Returns the candidates kept, the best first.</summary>
    public IEnumerable<SuggestionEntry> Ordered() => _scores
        .OrderByDescending(kept => kept.Value)
        .ThenBy(kept => kept.Key.Key.Length)
        .ThenBy(kept => kept.Key.Key, StringComparer.Ordinal)
        .Select(kept => kept.Key);

    private void Keep(SuggestionEntry entry, float score)
    {
        _kept.Enqueue(entry, score);
        _scores[entry] = score;
    }
}
