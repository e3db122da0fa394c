namespace SearchIndex.Engine.Index;

/// <summary>
/// Deletes by term that no segment has seen yet. Additions and deletes share one sequence of numbers: a delete concerns the documents that
/// were added before it. Of several deletes of one term only the last counts, since it concerns all that the earlier ones did. Guarded by
/// the writer's lock.
/// </summary>
internal sealed class BufferedDeletes
{
    private Dictionary<Term, long> _sequenceOfTerm = [];

    /// <summary>Gets the number that was given out last.</summary>
    public long LastSequence { get; private set; }

    /// <summary>Gets whether no delete waits.</summary>
    public bool IsEmpty => _sequenceOfTerm.Count == 0;

    /// <summary>Gives the next number to an addition.</summary>
    public long NextSequence() => ++LastSequence;

    /// <summary>Notes a delete and returns its number.</summary>
    public long Add(Term term)
    {
        long sequence = NextSequence();
        _sequenceOfTerm[term] = sequence;
        return sequence;
    }

    /// <summary>Returns the deletes that wait, sorted for seeking, with the number of each.</summary>
    public KeyValuePair<Term, long>[] Snapshot() => [.. _sequenceOfTerm.OrderBy(delete => delete.Key)];

    /// <summary>Returns the deletes that wait, and forgets them.</summary>
    public KeyValuePair<Term, long>[] Take()
    {
        KeyValuePair<Term, long>[] taken = Snapshot();
        _sequenceOfTerm = [];
        return taken;
    }
}
