using SearchIndex.Engine.Codecs;

namespace SearchIndex.Engine.Search;

/// <summary>Walks over the occurrences of one slot of a phrase in the current document.</summary>
internal sealed class PhraseCursor
{
    private int _left;

    /// <summary>Creates the cursor.</summary>
    /// <param name="postings">The postings with positions; the caller moves them from document to document.</param>
    /// <param name="slotPosition">The position of the slot in the phrase.</param>
    public PhraseCursor(PostingsEnum postings, int slotPosition)
    {
        Postings = postings;
        SlotPosition = slotPosition;
    }

    /// <summary>Gets the postings.</summary>
    public PostingsEnum Postings { get; }

    /// <summary>Gets the position of the slot in the phrase.</summary>
    public int SlotPosition { get; }

    /// <summary>Gets the current position in the document; below every other before the first.</summary>
    public int Position { get; private set; }

    /// <summary>Gets where the phrase would begin for this occurrence.</summary>
    public int PhraseStart => Position - SlotPosition;

    /// <summary>Gets or sets the cursor of the next slot with the same terms, which must stay behind this one.</summary>
    public PhraseCursor? Follower { get; set; }

    /// <summary>Gets or sets whether this is the follower of another.</summary>
    public bool IsFollower { get; set; }

    /// <summary>Goes before the first occurrence in the document that the postings stand at.</summary>
    public void StartDocument()
    {
        _left = Postings.Freq;
        Position = int.MinValue;
    }

    /// <summary>Moves to the next occurrence; false behind the last.</summary>
    public bool Next()
    {
        if (_left == 0)
        {
            return false;
        }

        _left--;
        Position = Postings.NextPosition();
        return true;
    }

    /// <summary>Moves to the first occurrence at or behind a position; stays when it is there. False behind the last.</summary>
    public bool AdvanceTo(int position)
    {
        while (Position < position)
        {
            if (!Next())
            {
                return false;
            }
        }

        return true;
    }
}
