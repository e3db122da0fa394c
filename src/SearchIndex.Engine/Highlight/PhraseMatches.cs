using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Search;

namespace SearchIndex.Engine.Highlight;

/// <summary>Finds the places of a phrase, each as one range from its first term to its last; a term is a phrase of one.</summary>
internal sealed class PhraseMatches : LeafMatches
{
    private readonly PhrasePattern _pattern;

    /// <summary>Creates the part.</summary>
    public PhraseMatches(PhrasePattern pattern)
    {
        _pattern = pattern;
    }

    /// <inheritdoc/>
    public override string Field => _pattern.Field;

    /// <summary>
    /// Returns cursors with offsets over the slots of a pattern in a document, or null when nothing there fits one of them. Offsets end
    /// where the marks do.
    /// </summary>
    public static PhraseCursor[]? CursorsAt(PhrasePattern pattern, Terms terms, int doc)
    {
        var cursors = new PhraseCursor[pattern.Slots.Count];
        for (int index = 0; index < cursors.Length; index++)
        {
            PhraseSlot slot = pattern.Slots[index];
            if (slot.PostingsAt(terms, PostingsFeatures.Offsets, doc) is not { } postings)
            {
                return null;
            }

            int markLimit = PrefixMatches.LimitOf(slot.Marks, slot.FirstBytes);
            PostingsEnum marked = markLimit == int.MaxValue ? postings : new CutPostingsEnum(postings, markLimit);
            cursors[index] = new PhraseCursor(marked, slot.Position);
        }

        return cursors;
    }

    /// <inheritdoc/>
    public override void AddTo(MatchList matches, Terms terms, int doc)
    {
        if (CursorsAt(_pattern, terms, doc) is { Length: > 0 } cursors)
        {
            AddAll(matches, _pattern.CreateMatcher(cursors));
        }
    }

    private static void AddAll(MatchList matches, PhraseMatcher matcher)
    {
        matcher.TracksOffsets = true;
        matcher.StartDocument();
        while (matcher.NextMatch())
        {
            matches.Add(new MatchRange(matcher.StartOffset, matcher.EndOffset));
        }
    }
}
