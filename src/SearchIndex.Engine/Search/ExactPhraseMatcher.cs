namespace SearchIndex.Engine.Search;

/// <summary>
/// Finds where all slots of a phrase begin it at the same position (spec 13.3): the slot of the rarest term leads, the others catch up.
/// </summary>
internal sealed class ExactPhraseMatcher : PhraseMatcher
{
    private readonly PhraseCursor _lead;

    /// <summary>Creates the matcher; it sorts the cursors.</summary>
    public ExactPhraseMatcher(PhraseCursor[] cursors)
        : base([.. cursors.OrderBy(cursor => cursor.Postings.Cost)])
    {
        _lead = Cursors[0];
    }

    /// <inheritdoc/>
    public override float MatchWeight => 1f;

    /// <summary>Gets the position in the document at which the phrase has its position 0 in the current match.</summary>
    public int PhraseStart => _lead.PhraseStart;

    /// <inheritdoc/>
    public override void StartDocument()
    {
        foreach (PhraseCursor cursor in Cursors)
        {
            cursor.StartDocument();
        }
    }

    /// <inheritdoc/>
    public override bool NextMatch()
    {
        if (!_lead.Next())
        {
            return false;
        }

        int index = 1;
        while (index < Cursors.Length)
        {
            PhraseCursor cursor = Cursors[index];
            int phraseStart = _lead.PhraseStart;
            if (!cursor.AdvanceTo(phraseStart + cursor.SlotPosition))
            {
                return false;
            }

            if (cursor.PhraseStart == phraseStart)
            {
                index++;
                continue;
            }

            if (!_lead.AdvanceTo(cursor.PhraseStart + _lead.SlotPosition))
            {
                return false;
            }

            index = 1;
        }

        NoteOffsets();
        return true;
    }
}
