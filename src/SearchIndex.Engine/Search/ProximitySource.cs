using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Search;

/// <summary>The occurrences of one unit of a <see cref="ProximityQuery"/> in a segment: those of each form that the segment has.</summary>
internal sealed class ProximitySource
{
    private readonly int _kind;
    private readonly List<FormOccurrences> _forms;
    private readonly List<PhrasePattern> _patterns;
    private readonly DisjunctionIterator? _formsAtDocument;

    private ProximitySource(int kind, List<FormOccurrences> forms, List<PhrasePattern> patterns)
    {
        _kind = kind;
        _forms = forms;
        _patterns = patterns;
        DocIdSetIterator[] walks = [.. forms.Select(form => new ConjunctionIterator(form.Cursors.Select(cursor => cursor.Postings)))];
        _formsAtDocument = walks.Length == 1 ? null : new DisjunctionIterator(walks);
        Documents = _formsAtDocument ?? walks[0];
    }

    /// <summary>Gets the documents that may hold the unit.</summary>
    public DocIdSetIterator Documents { get; }

    /// <summary>Gets the number of slots of all forms.</summary>
    public int SlotCount => _forms.Sum(form => form.Cursors.Count);

    /// <summary>Opens the forms of a unit; null when the segment has none of them.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="kind">Which of the different units it is.</param>
    /// <param name="leaf">The segment.</param>
    /// <param name="within">The only documents that matter, or null for all; asked when it saves work.</param>
    public static ProximitySource? Open(ProximityUnit unit, int kind, LeafReaderContext leaf, Func<FixedBitSet?> within)
    {
        var forms = new List<FormOccurrences>();
        var patterns = new List<PhrasePattern>();
        foreach (ProximityForm form in unit.Forms)
        {
            PhrasePattern pattern = form.Pattern();
            if (PhraseCursors.Open(pattern, leaf, new TermStates?[pattern.Slots.Count], within) is { } cursors)
            {
                forms.Add(new FormOccurrences(form, cursors, OpenLonger(form, leaf)));
                patterns.Add(pattern);
            }
        }

        return forms.Count == 0 ? null : new ProximitySource(kind, forms, patterns);
    }

    /// <summary>All documents matter for the longer phrases: one that is missing would let a form count that should not.</summary>
    private static List<LongerOccurrences> OpenLonger(ProximityForm form, LeafReaderContext leaf)
    {
        var longer = new List<LongerOccurrences>();
        foreach (LongerPhrase phrase in form.NotWithin)
        {
            PhrasePattern pattern = phrase.Pattern();
            if (PhraseCursors.Open(pattern, leaf, new TermStates?[pattern.Slots.Count], static () => null) is { } cursors)
            {
                longer.Add(LongerOccurrences.OverSegment(phrase, cursors));
            }
        }

        return longer;
    }

    /// <summary>Adds the occurrences in the document that <see cref="Documents"/> stands at.</summary>
    public void AddTo(List<ProximityOccurrence> occurrences)
    {
        if (_formsAtDocument is null)
        {
            _forms[0].AddTo(occurrences, _kind);
            return;
        }

        foreach (int index in _formsAtDocument.Current())
        {
            _forms[index].AddTo(occurrences, _kind);
        }
    }

    /// <summary>
    /// Returns a set that holds all documents of this unit, found without moving <see cref="Documents"/>; null when that would cost too much.
    /// </summary>
    public FixedBitSet? Candidates(LeafReaderContext leaf)
    {
        var walks = new List<DocIdSetIterator>();
        for (int index = 0; index < _forms.Count; index++)
        {
            GatheredPostingsEnum? gathered = _forms[index].Cursors.Select(cursor => cursor.Postings).OfType<GatheredPostingsEnum>().FirstOrDefault();
            DocIdSetIterator? walk = gathered is not null
                ? new BitSetIterator(gathered.Documents(leaf.Reader.MaxDoc))
                : PhraseCursors.WalkOfOnlyTerms(_patterns[index], leaf);
            if (walk is null)
            {
                return null;
            }

            walks.Add(walk);
        }

        return PhraseCursors.DocumentsOf(new DisjunctionIterator(walks), leaf.Reader.MaxDoc);
    }
}
