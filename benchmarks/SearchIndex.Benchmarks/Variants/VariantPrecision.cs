using System.Globalization;
using SearchIndex.News.Query;
using SearchIndex.News.Variants;

namespace SearchIndex.Benchmarks.Variants;

/// <summary>
/// Are forms that may mean something else found only where they are meant? Each case is a place in an article; it counts as found when the
/// search for the other form marks it.
/// </summary>
internal sealed class VariantPrecision(NewsSearcher searcher, IReadOnlyList<CorpusArticle> articles)
{
    private readonly Dictionary<string, CorpusArticle> _byId = articles.ToDictionary(article => article.Id, StringComparer.Ordinal);

    /// <summary>Measures all cases and prints the figures.</summary>
    /// <returns>Whether every case is where the list says.</returns>
    public bool Run(IEnumerable<VariantCase> cases)
    {
        var judged = new List<(VariantCase Case, bool IsFound, float Weight)>();
        foreach (VariantCase next in cases)
        {
            if (PlaceOf(next) is not { } article)
            {
                Console.WriteLine($"not where the list says: {next.Form} in {next.Article}, {next.Field} {next.Offset}");
                return false;
            }

            judged.Add((next, IsFound(next, article), WeightOf(next)));
        }

        Print("all", judged);
        foreach (IGrouping<float, (VariantCase Case, bool IsFound, float Weight)> same in judged.GroupBy(item => item.Weight).OrderByDescending(group => group.Key))
        {
            Print(string.Create(CultureInfo.InvariantCulture, $"weight {same.Key}"), [.. same]);
        }

        foreach ((VariantCase wrong, bool isFound, _) in judged.Where(item => item.IsFound != item.Case.IsMeant))
        {
            Console.WriteLine($"{(isFound ? "found but not meant" : "meant but not found")}\t{wrong.Typed}\t{wrong.Form}\t{wrong.Article}\t{wrong.Field}\t{wrong.Offset}");
        }

        return true;
    }

    private static void Print(string name, List<(VariantCase Case, bool IsFound, float Weight)> judged)
    {
        int meant = judged.Count(item => item.Case.IsMeant);
        int found = judged.Count(item => item.IsFound);
        int right = judged.Count(item => item.IsFound && item.Case.IsMeant);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {judged.Count} places, {meant} meant; found {found}, {right} of them meant: precision {(double)right / Math.Max(1, found):P1} (of all places {(double)meant / judged.Count:P1}), recall {(double)right / Math.Max(1, meant):P1}"));
    }

    private CorpusArticle? PlaceOf(VariantCase place)
    {
        if (!_byId.TryGetValue(place.Article, out CorpusArticle? article))
        {
            return null;
        }

        string text = article.Fields.First(field => field.Name == place.Field).Text;
        bool isThere = place.Offset + place.Form.Length <= text.Length
            && VariantCase.HashAround(text, place.Offset, place.Form.Length) == place.Context;
        return isThere ? article : null;
    }

    private bool IsFound(VariantCase place, CorpusArticle article)
    {
        ArticleView view = searcher.FindArticle(article.Id, $"“{place.Typed}”")!;
        IReadOnlyList<TextRange> marks = place.Field == News.ArticleSchema.Title ? view.TitleMarks : view.BodyMarks;
        return marks.Any(mark => mark.Start <= place.Offset && mark.Start + mark.Length >= place.Offset + place.Form.Length);
    }

    private static float WeightOf(VariantCase place)
    {
        string key = VariantText.Key(place.Typed);
        return VariantTable.Embedded.FindAll(key, key)
            .SelectMany(match => match.Alternatives)
            .Where(alternative => alternative.Form.Key == VariantText.Key(place.Form))
            .Select(alternative => alternative.Weight)
            .FirstOrDefault();
    }
}
