using System.Globalization;
using System.Text;

namespace SearchIndex.Engine.Search;

/// <summary>What all queries with positions have in common: slots to fill, and how far terms may be moved in sum.</summary>
internal sealed class PhrasePattern
{
    /// <summary>Creates the pattern of slots in ascending order of their positions.</summary>
    public PhrasePattern(IReadOnlyList<PhraseSlot> slots, int slop)
    {
        Slots = slots;
        Slop = slop;
    }

    /// <summary>Gets the slots.</summary>
    public IReadOnlyList<PhraseSlot> Slots { get; }

    /// <summary>Gets how far terms may be moved in sum; 0 for an exact phrase.</summary>
    public int Slop { get; }

    /// <summary>Gets the field; empty when there is no slot.</summary>
    public string Field => Slots.Count == 0 ? string.Empty : Slots[0].Field;

    /// <summary>Returns the pattern of a term, a prefix or a phrase, or null for other queries.</summary>
    public static PhrasePattern? Of(Query query) => query switch
    {
        TermQuery term => new PhrasePattern([new PhraseSlot(0, [term.Term])], slop: 0),
        PrefixQuery prefix => new PhrasePattern([new PhraseSlot(0, [prefix.Prefix], isPrefix: true, prefix.Marks)], slop: 0),
        PhraseQuery phrase => phrase.Pattern(),
        MultiPhraseQuery phrase => phrase.Pattern(),
        PhrasePrefixQuery phrase => phrase.Pattern(),
        NamedQuery named => Of(named.Query),
        _ => null,
    };

    /// <summary>Returns <c>field:"one ? (two three) fou*"~2</c>.</summary>
    public string ToString(string field)
    {
        var text = new StringBuilder(QueryFormat.Prefix(Field, field)).Append('"');
        int previous = -1;
        foreach (PhraseSlot slot in Slots)
        {
            for (int gap = previous + 1; gap < slot.Position; gap++)
            {
                text.Append(previous < 0 && gap == 0 ? "?" : " ?");
            }

            text.Append(slot.Position == 0 && previous < 0 ? string.Empty : " ").Append(slot);
            previous = slot.Position;
        }

        text.Append('"');
        return Slop == 0 ? text.ToString() : text.Append(CultureInfo.InvariantCulture, $"~{Slop}").ToString();
    }

    /// <inheritdoc/>
    public override string ToString() => ToString(string.Empty);

    /// <summary>Returns a new matcher over the cursors of all slots, in the order of the slots.</summary>
    public PhraseMatcher CreateMatcher(PhraseCursor[] cursors)
    {
        if (Slop == 0 || cursors.Length == 1)
        {
            return new ExactPhraseMatcher(cursors);
        }

        LinkRepeatedTerms(cursors);
        return new SloppyPhraseMatcher(cursors, Slop);
    }

    // Each cursor of a repeated term knows the next one in the order of the query.
    private void LinkRepeatedTerms(PhraseCursor[] cursors)
    {
        for (int index = 0; index < cursors.Length; index++)
        {
            for (int later = index + 1; later < cursors.Length; later++)
            {
                if (Slots[index].HasTermsOf(Slots[later]))
                {
                    cursors[index].Follower = cursors[later];
                    cursors[later].IsFollower = true;
                    break;
                }
            }
        }
    }
}
