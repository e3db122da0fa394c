using System.Globalization;

namespace SearchIndex.News.Variants;

/// <summary>Turns mined names into lines that can be copied into a file of variants, once a person has looked at them.</summary>
public static class VariantCandidates
{
    /// <summary>
    /// Yields a line for each name that stands behind different Chinese forms, unless one group of the table has all of them: kind, forms and
    /// a note with the name and the counts of its forms.
    /// </summary>
    public static IEnumerable<string> Lines(IEnumerable<NamePair> pairs, VariantTable known)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        ArgumentNullException.ThrowIfNull(known);
        ILookup<string, VariantGroup> groups = known.Groups
            .SelectMany(group => group.Forms.Select(form => (form.Key, Group: group)))
            .ToLookup(place => place.Key, place => place.Group, StringComparer.Ordinal);
        foreach (NamePair pair in pairs.Where(pair => pair.Forms.Count > 1))
        {
            IEnumerable<IEnumerable<VariantGroup>> groupsOfForms = pair.Forms.Select(form => groups[VariantText.Key(form.Text)]);
            if (groupsOfForms.Aggregate((common, next) => common.Intersect(next)).Any())
            {
                continue;
            }

            string forms = string.Join('|', pair.Forms.Select(form => form.Text));
            string counts = string.Join(", ", pair.Forms.Select(form => form.Count.ToString(CultureInfo.InvariantCulture)));
            yield return $"person\t{forms}\t{pair.Letters} ({counts})";
        }
    }
}
