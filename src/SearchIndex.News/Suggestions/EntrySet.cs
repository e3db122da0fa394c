namespace SearchIndex.News.Suggestions;

/// <summary>Collects entries. Of those that mean the same text only the first stays: names before words, before variants.</summary>
internal sealed class EntrySet
{
    private readonly Dictionary<(string Key, SuggestionKind Kind), SuggestionEntry> _entries = [];

    /// <summary>Gets the entries.</summary>
    public IReadOnlyCollection<SuggestionEntry> Entries => _entries.Values;

    /// <summary>Tells whether a name, a word or a variant has a key.</summary>
    public bool HasTerm(string key) => _entries.ContainsKey((key, SuggestionKind.Name));

    /// <summary>Returns the number of articles that have a name; 0 when it is none.</summary>
    public int ArticlesOfName(string key) =>
        _entries.TryGetValue((key, SuggestionKind.Name), out SuggestionEntry? entry) && entry.Kind == SuggestionKind.Name ? entry.Articles : 0;

    /// <summary>Adds an entry unless its text is there already.</summary>
    public void Add(SuggestionEntry entry) =>
        _entries.TryAdd((entry.Key, entry.IsTerm ? SuggestionKind.Name : entry.Kind), entry);
}
