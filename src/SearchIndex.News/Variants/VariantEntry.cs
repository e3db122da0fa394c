namespace SearchIndex.News.Variants;

/// <summary>All that is known of one key: the groups that have it as a form, usually one.</summary>
internal sealed class VariantEntry
{
    private readonly List<(VariantForm Typed, VariantGroup Group)> _places = [];
    private VariantAlternative[] _withoutContext = [];
    private bool _hasContext;

    /// <summary>Notes that a form of a group has this key.</summary>
    public void Add(VariantForm typed, VariantGroup group)
    {
        _places.Add((typed, group));
        _hasContext |= group.Forms.Any(form => form.Context.Count > 0);
        _withoutContext = Weigh(context: []);
    }

    /// <summary>Tells whether the form is meant at a place of a folded text, and not part of a longer word.</summary>
    public bool IsMeant(ReadOnlySpan<char> text, int start, int length)
    {
        foreach ((VariantForm typed, _) in _places)
        {
            if (!IsWithinLongerWord(typed, text, start, length))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Returns the other forms, best first.</summary>
    /// <param name="context">The folded query.</param>
    public IReadOnlyList<VariantAlternative> Alternatives(ReadOnlySpan<char> context) =>
        _hasContext ? Weigh(context) : _withoutContext;

    private static bool IsWithinLongerWord(VariantForm typed, ReadOnlySpan<char> text, int start, int length)
    {
        foreach (string word in typed.LongerWords)
        {
            for (int at = word.IndexOf(typed.Key, StringComparison.Ordinal); at >= 0; at = word.IndexOf(typed.Key, at + 1, StringComparison.Ordinal))
            {
                ReadOnlySpan<char> before = word.AsSpan(0, at);
                ReadOnlySpan<char> after = word.AsSpan(at + typed.Key.Length);
                if (text[..start].EndsWith(before) && text[(start + length)..].StartsWith(after))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private VariantAlternative[] Weigh(ReadOnlySpan<char> context)
    {
        var best = new Dictionary<string, VariantAlternative>(StringComparer.Ordinal);
        foreach ((VariantForm typed, VariantGroup group) in _places)
        {
            bool isTypedSure = IsSure(typed, context);
            if (typed.NeedsContext && !isTypedSure)
            {
                continue;
            }

            foreach (VariantForm form in group.Forms.Where(form => form.Key != typed.Key))
            {
                bool isSure = IsSure(form, context);
                if (form.NeedsContext && !isSure)
                {
                    continue;
                }

                float weight = isTypedSure && isSure ? VariantWeights.Alternative : VariantWeights.Ambiguous;
                if (!best.TryGetValue(form.Key, out VariantAlternative? known) || known.Weight < weight)
                {
                    best[form.Key] = new VariantAlternative(form, group, weight);
                }
            }
        }

        // A stable sort: forms of the same weight stay in the order of the file.
        return [.. best.Values.OrderByDescending(alternative => alternative.Weight)];
    }

    private static bool IsSure(VariantForm form, ReadOnlySpan<char> context)
    {
        if (!form.IsAmbiguous)
        {
            return true;
        }

        foreach (string word in form.Context)
        {
            if (context.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
