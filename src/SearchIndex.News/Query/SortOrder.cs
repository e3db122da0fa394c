namespace SearchIndex.News.Query;

/// <summary>The order of hits.</summary>
public enum SortOrder
{
    /// <summary>The best first.</summary>
    Relevance,

    /// <summary>The best first, where fresh articles count somewhat more; see docs/ranking.md.</summary>
    Fresh,

    /// <summary>The newest first; articles without a date last.</summary>
    Newest,

    /// <summary>The oldest first; articles without a date last.</summary>
    Oldest,
}
