namespace SearchIndex.Engine.Search;

/// <summary>
/// Finds where the slots of a phrase begin it at positions that differ by no more than the slop (spec 13.4). The slot that begins it
/// first moves on until another one is first; the smallest difference on the way is that of the match. Slots with the same terms never
/// stand on the same occurrence: they keep the order of the query, and one that moves pushes its follower on. Since exchanging two
/// occurrences of such slots never makes the difference smaller, no match is missed by that.
/// </summary>
internal sealed class SloppyPhraseMatcher : PhraseMatcher
{
    private readonly int _slop;
    private bool _exhausted;
    private bool _pushedFollower;
    private int _end;
    private int _matchLength;

    /// <summary>Creates the matcher of two or more cursors, in the order of the query.</summary>
    public SloppyPhraseMatcher(PhraseCursor[] cursors, int slop)
        : base(cursors)
    {
        _slop = slop;
    }

    /// <inheritdoc/>
    public override float MatchWeight => 1f / (1f + _matchLength);

    /// <inheritdoc/>
    public override void StartDocument()
    {
        foreach (PhraseCursor cursor in Cursors)
        {
            cursor.StartDocument();
        }

        _end = int.MinValue;
        _exhausted = false;
        foreach (PhraseCursor cursor in Cursors)
        {
            // Followers are moved by those that they follow.
            _exhausted |= !cursor.IsFollower && !MoveChain(cursor);
        }
    }

    /// <inheritdoc/>
    public override bool NextMatch()
    {
        while (!_exhausted)
        {
            (PhraseCursor first, int next) = FindFirst();
            _matchLength = _end - first.PhraseStart;
            NoteOffsets();
            MoveUntilNotFirst(first, next);
            if (_matchLength <= _slop)
            {
                return true;
            }
        }

        return false;
    }

    private void MoveUntilNotFirst(PhraseCursor first, int next)
    {
        while (true)
        {
            _pushedFollower = false;
            if (!MoveChain(first))
            {
                _exhausted = true;
                return;
            }

            if (first.PhraseStart > next || _pushedFollower)
            {
                return;
            }

            int length = _end - first.PhraseStart;
            if (length < _matchLength)
            {
                _matchLength = length;
                NoteOffsets();
            }
        }
    }

    // Ties go to the earlier slot; how they are broken does not change the frequency.
    private (PhraseCursor First, int Next) FindFirst()
    {
        PhraseCursor first = Cursors[0];
        int next = int.MaxValue;
        for (int index = 1; index < Cursors.Length; index++)
        {
            PhraseCursor cursor = Cursors[index];
            if (cursor.PhraseStart < first.PhraseStart)
            {
                next = first.PhraseStart;
                first = cursor;
            }
            else
            {
                next = Math.Min(next, cursor.PhraseStart);
            }
        }

        return (first, next);
    }

    private bool MoveChain(PhraseCursor cursor)
    {
        if (!cursor.Next())
        {
            return false;
        }

        _end = Math.Max(_end, cursor.PhraseStart);
        while (cursor.Follower is { } follower && follower.Position <= cursor.Position)
        {
            _pushedFollower = true;
            if (!MoveChain(follower))
            {
                return false;
            }
        }

        return true;
    }
}
