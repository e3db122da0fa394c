namespace SearchIndex.News.Updates;

/// <summary>What happened to a file since the index saw it.</summary>
internal enum FileChange
{
    /// <summary>Nothing; it was not read, or only to see that it is the same although it is young.</summary>
    Unchanged,

    /// <summary>It has another time, but the same bytes.</summary>
    Touched,

    /// <summary>It has, or may have, other bytes.</summary>
    Changed,

    /// <summary>The index does not know it.</summary>
    New,

    /// <summary>It is not below the given paths.</summary>
    NotLookedAt,
}
