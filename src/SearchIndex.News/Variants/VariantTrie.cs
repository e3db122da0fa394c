namespace SearchIndex.News.Variants;

/// <summary>The keys of all forms, unit by unit, to find the longest one at a place of a text.</summary>
internal sealed class VariantTrie
{
    private const int Root = 0;
    private const int UnitBits = 16;

    /// <summary>From a node and a unit to the next node.</summary>
    private readonly Dictionary<long, int> _steps = [];
    private readonly List<VariantEntry?> _entries = [null];

    /// <summary>Returns the entry of a key, which is made when it is new.</summary>
    public VariantEntry GetOrAdd(string key)
    {
        int node = Root;
        foreach (char unit in key)
        {
            if (!_steps.TryGetValue(StepOf(node, unit), out int next))
            {
                next = _entries.Count;
                _entries.Add(null);
                _steps.Add(StepOf(node, unit), next);
            }

            node = next;
        }

        return _entries[node] ??= new VariantEntry();
    }

    /// <summary>Finds the longest form that begins at a place and is meant there.</summary>
    /// <returns>The entry and the units it covers, or null and 0.</returns>
    public (VariantEntry? Entry, int Length) FindAt(ReadOnlySpan<char> text, int start)
    {
        (VariantEntry? Entry, int Length) longest = (null, 0);
        if (start > 0 && IsLetterOrDigit(text[start]) && IsLetterOrDigit(text[start - 1]))
        {
            return longest; // Within a word of letters.
        }

        int node = Root;
        for (int end = start; end < text.Length; end++)
        {
            if (node != Root && VariantText.IsMiddleDot(text[end]))
            {
                continue;
            }

            if (!_steps.TryGetValue(StepOf(node, text[end]), out node))
            {
                break;
            }

            int length = end + 1 - start;
            if (_entries[node] is { } entry && !EndsWithinWord(text, end) && entry.IsMeant(text, start, length))
            {
                longest = (entry, length);
            }
        }

        return longest;
    }

    private static long StepOf(int node, char unit) => ((long)node << UnitBits) | unit;

    private static bool EndsWithinWord(ReadOnlySpan<char> text, int last) =>
        last + 1 < text.Length && IsLetterOrDigit(text[last]) && IsLetterOrDigit(text[last + 1]);

    /// <summary>Tells letters and digits that words without Han characters are made of.</summary>
    private static bool IsLetterOrDigit(char unit) => char.IsAsciiLetterOrDigit(unit);
}
