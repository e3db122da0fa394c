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

    /// <summary>The most forms of a text while it is looked through: each variant in it may double them, so a long text would have too many for any memory.</summary>
    private const int MaxDrafts = 64;

    /// <summary>What an exclusion takes: forms that surely mean the same.</summary>
    private const float SureWeight = VariantWeights.Alternative;

    private readonly string _context = CharacterFold.Fold(context);
    private readonly List<VariantNote> _notes = [];

    /// <summary>Gets the variants that were found in the texts so far.</summary>
    public IReadOnlyList<VariantNote> Notes => _notes;

    /// <summary>Returns a form by itself, which is not meant within its longer words.</summary>
    public static WeightedText Alone(VariantForm form, float weight) => new Draft(form.Text, weight, [new Place(form.Text.Length, form)]).Finish()!.Value;

    /// <summary>Returns the forms of a text, the typed one first, the others by weight.</summary>
    /// <param name="text">The text.</param>
    /// <param name="onlySure">Whether ambiguous forms are left out.</param>
    public IReadOnlyList<WeightedText> Of(string text, bool onlySure = false)
    {
        var drafts = new List<Draft> { new(text, 1f, []) };
        IReadOnlyList<VariantMatch> matches = table?.FindAll(CharacterFold.Fold(text), _context) ?? [];

        // From the end to the beginning, so that the places of those before stay true.
        foreach (VariantMatch match in matches.Reverse())
        {
            VariantAlternative[] alternatives = [.. match.Alternatives.Where(alternative => !onlySure || alternative.Weight >= SureWeight)];
            Draft[] known = [.. drafts];
            drafts.AddRange(alternatives.SelectMany(alternative => known.Select(draft => draft.Replace(match, alternative))));
            Note(text.Substring(match.Start, match.Length), alternatives);
            if (drafts.Count > MaxDrafts)
            {
                // No replacement makes a form count more, so those that count most come from those that count most now.
                drafts = [.. drafts.OrderByDescending(draft => draft.Weight).Take(MaxDrafts)];
            }
        }

        IEnumerable<WeightedText> others = drafts.Skip(1).Select(draft => draft.Finish()).OfType<WeightedText>();
        return [WeightedText.Typed(text), .. others.OrderByDescending(form => form.Weight).Take(MaxForms)];
    }

    /// <summary>Returns the other forms that stand for parts of a text, and surely mean the same.</summary>
    public IEnumerable<WeightedText> Parts(string text) => (table?.FindAll(CharacterFold.Fold(text), _context) ?? [])
        .SelectMany(match => match.Alternatives)
        .Where(alternative => alternative.Weight >= SureWeight)
        .Select(alternative => Alone(alternative.Form, alternative.Weight));

    private void Note(string typed, VariantAlternative[] alternatives)
    {
        if (alternatives.Length > 0 && !_notes.Any(note => note.Typed == typed))
        {
            _notes.Add(new VariantNote(typed, [.. alternatives.Select(alternative => alternative.Form.Text)]));
        }
    }

    /// <summary>A text with some of its forms replaced, and where these stand now.</summary>
    private readonly record struct Draft(string Text, float Weight, Place[] Places)
    {
        public Draft Replace(VariantMatch match, VariantAlternative alternative)
        {
            string start = Text[..match.Start] + alternative.Form.Text;
            string rest = Text[match.End..];
            return new Draft(start + rest, Weight * alternative.Weight, [.. Places, new Place(rest.Length + alternative.Form.Text.Length, alternative.Form)]);
        }

        /// <summary>Returns the form; null when one of its variants would be part of a longer word in it, and not be meant.</summary>
        public WeightedText? Finish()
        {
            var longer = new List<LongerText>();
            foreach (Place place in Places)
            {
                int start = Text.Length - place.FromEnd;
                string before = VariantText.Key(Text[..start]);
                string after = VariantText.Key(Text[(start + place.Form.Text.Length)..]);
                foreach ((string lead, string tail) in place.Form.LongerWordsAround(before, after))
                {
                    if (lead.Length + tail.Length == 0)
                    {
                        return null;
                    }

                    longer.Add(new LongerText(lead + Text + tail, lead));
                }
            }

            return new WeightedText(Text, Weight, longer);
        }
    }

    /// <summary>Where a variant stands, counted from the end of the text: what is replaced before it does not move it.</summary>
    private readonly record struct Place(int FromEnd, VariantForm Form);
}
