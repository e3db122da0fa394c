namespace SearchIndex.News.Suggestions.Corrections;

/// <summary>
/// Finds the names and words that are a slip away from a text: those that sound the same, and those that differ in one character, by the way
/// that both are the same without it (symmetric deletion). Never changes: safe for several threads.
/// </summary>
internal sealed class NearTerms
{
    /// <summary>The longest term that is compared, in units.</summary>
    public const int MaxLength = 8;

    /// <summary>The shortest text of which one without a character is looked up.</summary>
    private const int MinDeletable = 3;

    /// <summary>The most terms that are looked at for one text.</summary>
    private const int MaxCandidates = 400;

    private readonly int[] _hashes;
    private readonly SuggestionEntry[] _entries;

    /// <summary>Creates the index of terms.</summary>
    /// <param name="entries">What can be suggested; names and words of Han characters are taken.</param>
    public NearTerms(IEnumerable<SuggestionEntry> entries)
    {
        (int Hash, SuggestionEntry Entry)[] all = [.. entries
            .Where(entry => entry.IsTerm && entry.Key.Length is >= 2 and <= MaxLength && entry.Key.All(unit => unit is >= '\u4E00' and <= '\u9FFF'))
            .SelectMany(entry => HashesOf(entry.Key).Select(hash => (hash, entry)))
            .OrderBy(pair => pair.hash)];
        _hashes = [.. all.Select(pair => pair.Hash)];
        _entries = [.. all.Select(pair => pair.Entry)];
    }

    /// <summary>Returns the terms that a folded text may be a slip for, each once.</summary>
    public IEnumerable<(SuggestionEntry Entry, CorrectionKind Kind)> Of(string typed) => typed.Length is < 2 or > MaxLength
        ? []
        : HashesOf(typed)
            .SelectMany(EntriesAt)
            .Take(MaxCandidates)
            .Distinct()
            .Select(entry => (Entry: entry, Kind: TextRelation.Of(typed, entry.Key)))
            .Where(near => near.Kind is not null)
            .Select(near => (near.Entry, near.Kind!.Value));

    /// <summary>Returns the hashes of the sound, the text and the texts without one character.</summary>
    private static IEnumerable<int> HashesOf(string text)
    {
        yield return HashOfSound(text);
        yield return HashOf(text, ReadOnlySpan<char>.Empty);
        for (int at = 0; at < text.Length && text.Length >= MinDeletable; at++)
        {
            yield return HashOf(text.AsSpan(0, at), text.AsSpan(at + 1));
        }
    }

    private static int HashOf(ReadOnlySpan<char> head, ReadOnlySpan<char> tail)
    {
        var hash = default(HashCode);
        foreach (char unit in head)
        {
            hash.Add(unit);
        }

        foreach (char unit in tail)
        {
            hash.Add(unit);
        }

        return hash.ToHashCode();
    }

    /// <summary>Characters are taken in their usual reading; one that has several is found where the other is usual for both.</summary>
    private static int HashOfSound(string text)
    {
        var hash = default(HashCode);
        foreach (char unit in text)
        {
            ReadOnlySpan<string> readings = PinyinTable.Embedded.ReadingsOf(unit);
            hash.Add(readings.Length > 0 ? readings[0] : string.Empty);
        }

        return hash.ToHashCode();
    }

    private IEnumerable<SuggestionEntry> EntriesAt(int hash)
    {
        int at = Array.BinarySearch(_hashes, hash);
        while (at > 0 && _hashes[at - 1] == hash)
        {
            at--;
        }

        for (; at >= 0 && at < _hashes.Length && _hashes[at] == hash; at++)
        {
            yield return _entries[at];
        }
    }
}
