namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>A place between two blocks of a term's documents, as an entry of the skip data describes it (spec 5.5).</summary>
internal struct SkipPoint
{
    /// <summary>The last document before the place; 0 at the start of the term.</summary>
    public int Doc;

    /// <summary>How many full blocks lie before the place.</summary>
    public int Blocks;

    /// <summary>Where the next block starts in <c>.doc</c>.</summary>
    public long DocPointer;

    /// <summary>Where the block with the next position starts in <c>.pos</c>.</summary>
    public long PosPointer;

    /// <summary>How many positions of that block belong to documents before the place.</summary>
    public int PosBufferUpto;

    /// <summary>Where the matching block starts in <c>.pay</c>.</summary>
    public long PayPointer;
}
