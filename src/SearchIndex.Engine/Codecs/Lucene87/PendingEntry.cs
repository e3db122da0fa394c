namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>A term, or a block of terms with a common prefix, that waits for the block that it will stand in.</summary>
internal struct PendingEntry
{
    /// <summary>Where the term or the prefix starts in the bytes that wait.</summary>
    public int Start;

    /// <summary>The bytes of the term or the prefix.</summary>
    public int Length;

    /// <summary>Whether this is a block.</summary>
    public bool IsBlock;

    /// <summary>Of a block: where its first floor block starts in <c>.tim</c>.</summary>
    public long BlockPointer;

    /// <summary>Of a term: its statistics and postings.</summary>
    public BlockTermState State;
}
