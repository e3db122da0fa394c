using SearchIndex.News.Variants;

namespace SearchIndex.News.Suggestions;

/// <summary>The names and words of the table of regional variants that articles have, and the forms that only stand for those.</summary>
internal static class VariantEntries
{
    /// <summary>Adds the entries.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static void AddTo(EntrySet entries, VariantTable table, TextCounts counts, CancellationToken cancellation)
    {
        var absent = new List<(string Text, int Articles, VariantGroup Group)>();
        foreach (VariantGroup group in table.Groups)
        {
            cancellation.ThrowIfCancellationRequested();
            SuggestionKind kind = group.Kind == VariantKind.Word ? SuggestionKind.Word : SuggestionKind.Name;
            (string Text, int Articles, int Titles)[] forms = [.. group.Forms.Select(form => CountOf(form.Text, counts))];
            foreach ((string text, int articles, int titles) in forms.Where(form => form.Articles > 0))
            {
                entries.Add(new SuggestionEntry(text, kind, articles, titles) { Meaning = group });
            }

            int most = forms.Max(form => form.Articles);
            absent.AddRange(forms.Where(form => form.Articles == 0 && most > 0).Select(form => (form.Text, most, group)));
        }

        foreach ((string text, int articles, VariantGroup group) in absent)
        {
            entries.Add(new SuggestionEntry(text, SuggestionKind.Variant, articles, titles: 0) { Meaning = group });
        }
    }

    private static (string Text, int Articles, int Titles) CountOf(string text, TextCounts counts)
    {
        (int articles, int titles) = counts.Of(text);
        return (text, articles, titles);
    }
}
