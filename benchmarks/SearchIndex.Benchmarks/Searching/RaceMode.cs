namespace SearchIndex.Benchmarks.Searching;

/// <summary>A way to run a query; the Java side knows it by its name in lower case.</summary>
internal enum RaceMode
{
    /// <summary>The best ten; counting may stop at 1000.</summary>
    Pruned,

    /// <summary>The best ten and the exact total.</summary>
    Exact,

    /// <summary>The exact total alone.</summary>
    Count,

    /// <summary>The best ten, the exact total, and the total of each outlet.</summary>
    Facets,

    /// <summary>The best ten with title, URL and up to three passages of the body.</summary>
    Page,

    /// <summary>The same; Java reads each stored body once and breaks sentences by a simple rule.</summary>
    Tuned,
}
