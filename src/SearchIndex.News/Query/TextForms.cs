using SearchIndex.Engine.Analysis.Folding;
using SearchIndex.News.Variants;

namespace SearchIndex.News.Query;

/// <summary>Finds the forms in which a text may stand in articles: as it was typed, and with regional variants in the place of its names and words.</summary>
/// <param name="table">The variants; null for none.</param>
/// <param name="context">The whole query: what else stands in it tells which meaning an ambiguous form has.</param>
internal sealed class TextForms(VariantTable? table, string context)
{
    /// <summary>The most forms of a text besides the typed one; those that count most are kept.</summary>
    private const int MaxForms = 12;

    /// <summary>What an exclusion takes: forms that surely mean the same.</summary>
    private const float SureWeight = VariantWeights.Alternative;

    private readonly string _context = CharacterFold.Fold(context);
    private readonly List<VariantNote> _notes = [];

    /// <summary>Gets the variants that were found in the texts so far.</summary>
    public IReadOnlyList<VariantNote> Notes => _notes;

    /// <summary>Returns the forms of a text, the typed one first, the others by weight.</summary>
    /// <param name="text">The text.</param>
    /// <param name="onlySure">Whether ambiguous forms are left out.</param>
    public IReadOnlyList<WeightedText> Of(string text, bool onlySure = false)
    {
        var forms = new List<WeightedText> { new(text, 1f) };
        IReadOnlyList<VariantMatch> matches = table?.FindAll(CharacterFold.Fold(text), _context) ?? [];

        // From the end to the beginning, so that the places of those before stay true.
        foreach (VariantMatch match in matches.Reverse())
        {
            VariantAlternative[] alternatives = [.. match.Alternatives.Where(alternative => !onlySure || alternative.Weight >= SureWeight)];
            WeightedText[] known = [.. forms];
            forms.AddRange(alternatives.SelectMany(alternative => known.Select(form => form with
            {
                Text = form.Text[..match.Start] + alternative.Form.Text + form.Text[match.End..],
                Weight = form.Weight * alternative.Weight,
            })));
            Note(text.Substring(match.Start, match.Length), alternatives);
        }

        return [forms[0], .. forms.Skip(1).OrderByDescending(form => form.Weight).Take(MaxForms)];
    }

    /// <summary>Returns the other forms that stand for parts of a text, and surely mean the same.</summary>
    public IEnumerable<WeightedText> Parts(string text) => (table?.FindAll(CharacterFold.Fold(text), _context) ?? [])
        .SelectMany(match => match.Alternatives)
        .Where(alternative => alternative.Weight >= SureWeight)
        .Select(alternative => new WeightedText(alternative.Form.Text, alternative.Weight));

    private void Note(string typed, VariantAlternative[] alternatives)
    {
        if (alternatives.Length > 0 && !_notes.Any(note => note.Typed == typed))
        {
            _notes.Add(new VariantNote(typed, [.. alternatives.Select(alternative => alternative.Form.Text)]));
        }
    }
}
