using SearchIndex.Engine.Search;
using SearchIndex.News.Query.Language;
using SearchIndex.News.Variants;
using EngineQuery = SearchIndex.Engine.Search.Query;

namespace SearchIndex.News.Query;

/// <summary>
/// Turns a text in its several forms into one engine query over one field. Forms that stand for each other share the rarity of the typed one,
/// so that a form which is rare in the archive does not count for more. Each form is labelled, see <see cref="MarkLabels"/>.
/// </summary>
internal static class FormQueries
{
    /// <summary>Finds any of the forms; all count the same. Null when there is nothing to search in them.</summary>
    public static EngineQuery? Any(string field, IReadOnlyList<WeightedText> texts, TextForm typedForm) =>
        Of(FormsOf(field, texts, typedForm).Select(form => form.Form));

    /// <summary>
    /// Finds any of the forms; each counts its weight. A form of weight w is in every sum of forms that count w or less, so the weights of these
    /// sums are the steps between the weights: 0.2 of the typed form, and 0.8 of it and the variant together.
    /// </summary>
    public static EngineQuery? Scored(string field, IReadOnlyList<WeightedText> texts, TextForm typedForm)
    {
        (ProximityForm Form, float Weight)[] known = [.. FormsOf(field, texts, typedForm)];
        float[] weights = [.. known.Select(form => form.Weight).Distinct().OrderDescending()];
        if (weights.Length <= 1)
        {
            EngineQuery? all = Of(known.Select(form => form.Form));
            return all is null || weights[0] == 1f ? all : new BoostQuery(all, weights[0]);
        }

        var sums = new BooleanQuery.Builder();
        for (int step = 0; step < weights.Length; step++)
        {
            bool isLast = step == weights.Length - 1;
            EngineQuery sum = Of(known.Where(form => form.Weight >= weights[step]).Select(form => form.Form))!;
            sums.Add(new BoostQuery(sum, isLast ? weights[step] : weights[step] - weights[step + 1]), isLast ? Occur.Must : Occur.Should);
        }

        return sums.Build();
    }

    /// <summary>Finds texts near each other, each in any of its forms; all as they were typed count more.</summary>
    public static EngineQuery? ScoredNear(string field, IReadOnlyList<IReadOnlyList<WeightedText>> texts, int distance, bool isOrdered)
    {
        EngineQuery? any = Near(field, texts, distance, isOrdered);
        if (any is null || texts.All(forms => forms.Count == 1))
        {
            return any;
        }

        EngineQuery? typed = Near(field, [.. texts.Select(forms => forms.Take(1).ToArray())], distance, isOrdered);
        var sums = new BooleanQuery.Builder().Add(new BoostQuery(any, VariantWeights.Alternative), Occur.Must);
        return typed is null ? sums.Build() : sums.Add(new BoostQuery(typed, 1f - VariantWeights.Alternative), Occur.Should).Build();
    }

    /// <summary>Finds texts near each other, each in any of its forms; all count the same.</summary>
    public static EngineQuery? Near(string field, IReadOnlyList<IReadOnlyList<WeightedText>> texts, int distance, bool isOrdered)
    {
        ProximityUnit[] units = [.. texts
            .Select(forms => FormsOf(field, forms, TextForm.Quoted).Select(form => form.Form).ToArray())
            .Where(forms => forms.Length > 0)
            .Select(forms => new ProximityUnit(forms))];
        return units switch
        {
            [] => null,
            [ProximityUnit only] => Of(only.Forms),
            _ => new ProximityQuery(units, distance, isOrdered),
        };
    }

    private static IEnumerable<(ProximityForm Form, float Weight)> FormsOf(string field, IReadOnlyList<WeightedText> texts, TextForm typedForm)
    {
        foreach (WeightedText text in texts)
        {
            if (TextQueries.Contiguous(field, text.Text, typedForm) is { } query)
            {
                var labelled = new NamedQuery(MarkLabels.Folded(text.Text), query);
                yield return (new ProximityForm(labelled, TextQueries.LengthOf(field, text.Text), LongerPhrases(field, text)), text.Weight);
            }
        }
    }

    private static IEnumerable<LongerPhrase> LongerPhrases(string field, WeightedText text) =>
        text.NotWithin.Select(longer => new LongerPhrase(TextQueries.Contiguous(field, longer.Text)!, TextQueries.LengthOf(field, longer.Lead)));

    private static EngineQuery? Of(IEnumerable<ProximityForm> forms) => forms.ToArray() switch
    {
        [] => null,
        [{ NotWithin: [] } only] => only.Query,
        ProximityForm[] several => new ProximityQuery([new ProximityUnit(several)], maxGap: 0),
    };
}
