namespace SearchIndex.News.Variants;

/// <summary>
/// Compares two tables group by group. Groups are the same when their kinds and their forms with all marks are, in any order; a group that is
/// not there any more is taken to have become the new one that has most forms of it.
/// </summary>
public static class VariantTableDiff
{
    /// <summary>Finds what differs: groups that went or changed in the order of the older table, then new ones in that of the newer.</summary>
    public static IReadOnlyList<VariantGroupChange> Find(VariantTable before, VariantTable after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        List<VariantGroup> gone = Without(before.Groups, after.Groups);
        List<VariantGroup> added = Without(after.Groups, before.Groups);
        var changes = new List<VariantGroupChange>();
        foreach (VariantGroup group in gone)
        {
            HashSet<string> keys = [.. group.Forms.Select(form => form.Key)];
            VariantGroup? heir = added.MaxBy(candidate => Common(candidate, keys));
            bool isChanged = heir is not null && Common(heir, keys) > 0;
            changes.Add(new VariantGroupChange(group, isChanged ? heir : null));
            if (isChanged)
            {
                added.Remove(heir!);
            }
        }

        return [.. changes, .. added.Select(group => new VariantGroupChange(null, group))];
    }

    /// <summary>Returns the groups of one list that the other lacks, each as often as it is there more often.</summary>
    private static List<VariantGroup> Without(IReadOnlyList<VariantGroup> groups, IReadOnlyList<VariantGroup> others)
    {
        var left = others.GroupBy(Identity, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Count(), StringComparer.Ordinal);
        var missing = new List<VariantGroup>();
        foreach (VariantGroup group in groups)
        {
            string identity = Identity(group);
            int count = left.GetValueOrDefault(identity);
            left[identity] = count - 1;
            if (count <= 0)
            {
                missing.Add(group);
            }
        }

        return missing;
    }

    private static int Common(VariantGroup group, HashSet<string> keys) => group.Forms.Count(form => keys.Contains(form.Key));

    private static string Identity(VariantGroup group) =>
        group.Kind + "\t" + string.Join('|', group.Forms.Select(form => form.Describe()).Order(StringComparer.Ordinal));
}
