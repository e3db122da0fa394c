namespace SearchIndex.News.Query;

/// <summary>The order of hits.</summary>
public enum SortOrder
{
    /// <summary>The best first.</summary>
    Relevance,

    /// <summary>The newest first; articles without a date last.</summary>
    Newest,

    /// <summary>The oldest first; articles without a date last.</summary>
    Oldest,
}
