namespace SearchIndex.Engine.Search;

/// <summary>Finds the places of a phrase in one document after another. For one thread.</summary>
internal abstract class PhraseMatcher
{
    /// <summary>Creates the matcher over the cursors of the slots.</summary>
    protected PhraseMatcher(PhraseCursor[] cursors)
    {
        Cursors = cursors;
    }

    /// <summary>Gets or sets whether the offsets of matches are wanted; the postings must have them.</summary>
    public bool TracksOffsets { get; set; }

    /// <summary>Gets what the current match adds to the frequency of the phrase.</summary>
    public abstract float MatchWeight { get; }

    /// <summary>Gets where the current match starts, in UTF-16 units; only when offsets are tracked.</summary>
    public int StartOffset { get; private set; }

    /// <summary>Gets the offset behind the current match, in UTF-16 units; only when offsets are tracked.</summary>
    public int EndOffset { get; private set; }

    /// <summary>Gets the cursors, in any order.</summary>
    protected PhraseCursor[] Cursors { get; }

    /// <summary>Begins with the document that all postings stand at.</summary>
    public abstract void StartDocument();

    /// <summary>Moves to the next match; false behind the last, after which it must not be called again in this document.</summary>
    public abstract bool NextMatch();

    /// <summary>Notes the range of the occurrences that the cursors stand at.</summary>
    protected void NoteOffsets()
    {
        if (!TracksOffsets)
        {
            return;
        }

        StartOffset = int.MaxValue;
        EndOffset = -1;
        foreach (PhraseCursor cursor in Cursors)
        {
            StartOffset = Math.Min(StartOffset, cursor.Postings.StartOffset);
            EndOffset = Math.Max(EndOffset, cursor.Postings.EndOffset);
        }
    }
}
