using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Search;

/// <summary>
/// Opens the slots of a phrase in one segment. Slots of one term come first: when the segment lacks one of them, no beginning has to be
/// spelled out, and otherwise only the documents that have them all matter for the many terms of a beginning. Of several beginnings
/// the rarest comes first, and the others then matter in its documents only.
/// </summary>
internal sealed class PhraseCursors
{
    private readonly PhrasePattern _pattern;
    private readonly LeafReaderContext _leaf;
    private readonly Func<FixedBitSet?> _within;
    private readonly PhraseCursor[] _cursors;

    // Null until it is needed; what it then holds is null when all documents matter.
    private Lazy<FixedBitSet?> _documents;

    private PhraseCursors(PhrasePattern pattern, LeafReaderContext leaf, Func<FixedBitSet?> within)
    {
        _pattern = pattern;
        _leaf = leaf;
        _within = within;
        _cursors = new PhraseCursor[pattern.Slots.Count];
        _documents = new Lazy<FixedBitSet?>(DocumentsOfOnlyTerms);
    }

    /// <summary>Returns a cursor for each slot, or null when nothing in the segment fits one of them.</summary>
    /// <param name="pattern">The phrase.</param>
    /// <param name="leaf">The segment.</param>
    /// <param name="states">For each slot of one term where it stands in the segments, or null when it has to be looked up.</param>
    /// <param name="within">Asked once at most: the only documents that matter, or null for all. Others may then be missing.</param>
    /// <exception cref="InvalidOperationException">The field does not keep positions.</exception>
    public static PhraseCursor[]? Open(
        PhrasePattern pattern, LeafReaderContext leaf, ReadOnlySpan<TermStates?> states, Func<FixedBitSet?> within)
    {
        if (leaf.Reader.Terms(pattern.Field) is not { } terms)
        {
            return null;
        }

        if (leaf.Reader.FieldInfos.Find(pattern.Field) is { HasPositions: false })
        {
            throw new InvalidOperationException($"field {pattern.Field} keeps no positions, so phrases cannot be looked for: {pattern}");
        }

        var opening = new PhraseCursors(pattern, leaf, within);
        return opening.OpenOnlyTerms(states) && opening.OpenChoices(terms) ? opening._cursors : null;
    }

    /// <summary>
    /// Returns a walk over the documents that have all terms that a phrase has for certain; null when there are no such terms. All of them
    /// must be in the segment.
    /// </summary>
    public static DocIdSetIterator? WalkOfOnlyTerms(PhrasePattern pattern, LeafReaderContext leaf)
    {
        var all = new List<DocIdSetIterator>();
        foreach (PhraseSlot slot in pattern.Slots)
        {
            if (slot.OnlyTerm is { } term && TermStates.Seek(leaf, term) is { } found)
            {
                all.Add(found.Postings(PostingsFeatures.Docs));
            }
        }

        return all.Count == 0 ? null : new ConjunctionIterator(all);
    }

    /// <summary>Returns the documents of a walk that has not been moved.</summary>
    public static FixedBitSet DocumentsOf(DocIdSetIterator walk, int maxDoc)
    {
        var documents = new FixedBitSet(maxDoc);
        for (int doc = walk.NextDoc(); doc != DocIdSetIterator.NoMoreDocs; doc = walk.NextDoc())
        {
            documents.Set(doc);
        }

        return documents;
    }

    private bool OpenOnlyTerms(ReadOnlySpan<TermStates?> states)
    {
        for (int index = 0; index < _cursors.Length; index++)
        {
            if (_pattern.Slots[index].OnlyTerm is not { } term)
            {
                continue;
            }

            TermsEnum? found = states[index] is { } known ? known.In(_leaf) : TermStates.Seek(_leaf, term);
            if (found is null)
            {
                return false;
            }

            _cursors[index] = new PhraseCursor(found.Postings(PostingsFeatures.Positions), _pattern.Slots[index].Position);
        }

        return true;
    }

    private bool OpenChoices(Terms terms)
    {
        int[] choices = [.. Enumerable.Range(0, _cursors.Length).Where(index => _cursors[index] is null)];
        if (choices.Length > 1)
        {
            long[] costs = [.. choices.Select(index => _pattern.Slots[index].Cost(terms))];
            Array.Sort(costs, choices);
        }

        foreach (int index in choices)
        {
            PhraseSlot slot = _pattern.Slots[index];
            if (slot.Postings(terms, () => _documents.Value) is not { } postings)
            {
                return false;
            }

            _cursors[index] = new PhraseCursor(postings, slot.Position);
            if (postings is GatheredPostingsEnum gathered)
            {
                _documents = new Lazy<FixedBitSet?>(() => gathered.Documents(_leaf.Reader.MaxDoc));
            }
        }

        return true;
    }

    private FixedBitSet? DocumentsOfOnlyTerms()
    {
        FixedBitSet? within = _within();
        if (WalkOfOnlyTerms(_pattern, _leaf) is not { } walk)
        {
            return within;
        }

        return DocumentsOf(within is null ? walk : new ConjunctionIterator([walk, new BitSetIterator(within)]), _leaf.Reader.MaxDoc);
    }
}
