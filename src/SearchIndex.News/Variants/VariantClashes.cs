namespace SearchIndex.News.Variants;

/// <summary>Finds the groups of a table that get in each other's way.</summary>
public static class VariantClashes
{
    /// <summary>Finds all clashes, in the order of the file; errors come first.</summary>
    public static IReadOnlyList<VariantClash> Find(VariantTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        (VariantForm Form, VariantGroup Group)[] all =
            [.. table.Groups.SelectMany(group => group.Forms.Select(form => (form, group)))];
        ILookup<string, (VariantForm Form, VariantGroup Group)> byKey = all.ToLookup(place => place.Form.Key, StringComparer.Ordinal);
        return [.. InTwoGroups(byKey), .. PartsOfOthers(all, byKey)];
    }

    private static IEnumerable<VariantClash> InTwoGroups(ILookup<string, (VariantForm Form, VariantGroup Group)> byKey)
    {
        foreach (IGrouping<string, (VariantForm Form, VariantGroup Group)> places in byKey)
        {
            if (places.All(place => place.Form.IsAmbiguous))
            {
                continue;
            }

            (VariantForm form, VariantGroup group) = places.First();
            foreach ((VariantForm otherForm, VariantGroup other) in places.Skip(1))
            {
                yield return new VariantClash(VariantClashKind.InTwoGroups, form, group, otherForm, other);
            }
        }
    }

    private static IEnumerable<VariantClash> PartsOfOthers(
        IEnumerable<(VariantForm Form, VariantGroup Group)> all, ILookup<string, (VariantForm Form, VariantGroup Group)> byKey)
    {
        foreach ((VariantForm longer, VariantGroup other) in all)
        {
            foreach (string part in ProperParts(longer.Key).Where(byKey.Contains))
            {
                foreach ((VariantForm form, VariantGroup group) in byKey[part])
                {
                    bool isKnown = form.IsAmbiguous || form.LongerWords.Contains(longer.Key);
                    if (group != other && !isKnown)
                    {
                        yield return new VariantClash(VariantClashKind.PartOfOther, form, group, longer, other);
                    }
                }
            }
        }
    }

    private static HashSet<string> ProperParts(string key)
    {
        var parts = new HashSet<string>(StringComparer.Ordinal);
        for (int length = 2; length < key.Length; length++)
        {
            for (int start = 0; start + length <= key.Length; start++)
            {
                parts.Add(key.Substring(start, length));
            }
        }

        return parts;
    }
}
