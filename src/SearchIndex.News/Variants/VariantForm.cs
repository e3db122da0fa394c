namespace SearchIndex.News.Variants;

/// <summary>One form of a group of variants.</summary>
public sealed class VariantForm
{
    internal VariantForm(string text, string key, bool isAmbiguous, IReadOnlyList<string> context, IReadOnlyList<string> longerWords)
    {
        Text = text;
        Key = key;
        IsAmbiguous = isAmbiguous;
        Context = context;
        LongerWords = longerWords;
    }

    /// <summary>Gets the form in the spelling of its region.</summary>
    public string Text { get; }

    /// <summary>Gets the form as it is compared: folded and without middle dots (<see cref="VariantText.Key"/>).</summary>
    public string Key { get; }

    /// <summary>Gets whether the form often means something else.</summary>
    public bool IsAmbiguous { get; }

    /// <summary>Gets the words, as keys, of which one in the query makes an ambiguous form a sure one; empty when there is none.</summary>
    public IReadOnlyList<string> Context { get; }

    /// <summary>Gets the longer words, as keys, in which the form is not meant (布希 in 布希亞).</summary>
    public IReadOnlyList<string> LongerWords { get; }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
