using System.Globalization;
using SearchIndex.News.Variants;

namespace SearchIndex.Benchmarks.Variants;

/// <summary>
/// Draws places to be judged by eye: of the forms that are marked as ambiguous or as part of longer words, in the order of chance, a few
/// places each. The lines are those of the list of cases without the last column, and behind them what a person has to see.
/// </summary>
internal sealed class VariantSample(IReadOnlyList<CorpusArticle> articles, int seed)
{
    private const int PlacesPerForm = 2;
    private const int ContextUnits = 22;

    private readonly Random _random = new(seed);

    /// <summary>Prints a number of places.</summary>
    public void Print(int count)
    {
        (VariantForm Form, VariantForm Typed)[] forms = [.. VariantTable.Embedded.Groups.SelectMany(group => group.Forms
            .Where(form => form.IsAmbiguous || form.LongerWords.Count > 0)
            .Select(form => (form, group.Forms.First(other => other != form))))];
        _random.Shuffle(forms);
        CorpusArticle[] shuffled = [.. articles];
        _random.Shuffle(shuffled);
        int left = count;
        foreach ((VariantForm form, VariantForm typed) in forms.TakeWhile(_ => left > 0))
        {
            foreach ((CorpusArticle article, string field, int offset) in PlacesOf(form.Key, shuffled).Take(Math.Min(left, PlacesPerForm)))
            {
                Print(form, typed, article, field, offset);
                left--;
            }
        }
    }

    /// <summary>Draws a place of each of several articles.</summary>
    private IEnumerable<(CorpusArticle Article, string Field, int Offset)> PlacesOf(string key, CorpusArticle[] shuffled)
    {
        foreach (CorpusArticle article in shuffled)
        {
            (string Field, int Offset)[] places = [.. article.PlacesOf(key)];
            if (places.Length > 0)
            {
                (string field, int offset) = places[_random.Next(places.Length)];
                yield return (article, field, offset);
            }
        }
    }

    private static void Print(VariantForm form, VariantForm typed, CorpusArticle article, string field, int offset)
    {
        string text = article.Fields.First(named => named.Name == field).Text;
        int length = form.Key.Length;
        string before = text[Math.Max(0, offset - ContextUnits)..offset];
        string after = text[(offset + length)..Math.Min(text.Length, offset + length + ContextUnits)];
        string shown = $"{before}[{text.Substring(offset, length)}]{after}".ReplaceLineEndings("⏎").Replace('\t', ' ');
        string place = string.Create(CultureInfo.InvariantCulture, $"{article.Id}\t{field}\t{offset}\t{VariantCase.HashAround(text, offset, form.Text.Length)}");
        Console.WriteLine($"{typed.Text}\t{form.Text}\t{place}\t\t{shown}");
    }
}
