namespace SearchIndex.News.Variants;

/// <summary>One form of a group of variants.</summary>
public sealed class VariantForm
{
    internal VariantForm(string text, string key, IReadOnlyList<string> context, IReadOnlyList<string> longerWords)
    {
        Text = text;
        Key = key;
        Context = context;
        LongerWords = longerWords;
    }

    /// <summary>Gets the form in the spelling of its region.</summary>
    public string Text { get; }

    /// <summary>Gets the form as it is compared: folded and without middle dots (<see cref="VariantText.Key"/>).</summary>
    public string Key { get; }

    /// <summary>Gets whether the form often means something else.</summary>
    public bool IsAmbiguous { get; internal init; }

    /// <summary>Gets whether the form means something else so often that it is taken only when the query has a word of its context.</summary>
    public bool NeedsContext { get; internal init; }

    /// <summary>Gets the words, as keys, of which one in the query makes an ambiguous form a sure one; empty when there is none.</summary>
    public IReadOnlyList<string> Context { get; }

    /// <summary>Gets the longer words, as keys, in which the form is not meant (布希 in 布希亞).</summary>
    public IReadOnlyList<string> LongerWords { get; }

    /// <inheritdoc/>
    public override string ToString() => Text;

    /// <summary>Returns the form with its marks, as a file of variants has it; the words of marks are keys.</summary>
    public string Describe()
    {
        string ambiguous = NeedsContext ? "??" : IsAmbiguous ? "?" : string.Empty;
        string context = Context.Count == 0 ? string.Empty : $"({string.Join(',', Context)})";
        string longer = LongerWords.Count == 0 ? string.Empty : $"!({string.Join(',', LongerWords)})";
        return Text + ambiguous + context + longer;
    }

    /// <summary>
    /// Returns how far longer words reach beyond a text with the form in it: for each that fits what stands around the form, what it has
    /// before the text and behind it. Both are empty when the longer word is in the text.
    /// </summary>
    /// <param name="before">What stands before the form, as a key.</param>
    /// <param name="after">What stands behind it, as a key.</param>
    internal IEnumerable<(string Lead, string Tail)> LongerWordsAround(string before, string after)
    {
        foreach (string word in LongerWords)
        {
            for (int at = word.IndexOf(Key, StringComparison.Ordinal); at >= 0; at = word.IndexOf(Key, at + 1, StringComparison.Ordinal))
            {
                int tailStart = at + Key.Length;
                int known = Math.Min(at, before.Length);
                int knownAfter = Math.Min(word.Length - tailStart, after.Length);
                bool fits = before.EndsWith(word[(at - known)..at], StringComparison.Ordinal)
                    && after.StartsWith(word.Substring(tailStart, knownAfter), StringComparison.Ordinal);
                if (fits)
                {
                    yield return (word[..(at - known)], word[(tailStart + knownAfter)..]);
                }
            }
        }
    }
}
