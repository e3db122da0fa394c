namespace SearchIndex.News.Query.Facets;

/// <summary>A property of articles by which hits are counted and narrowed.</summary>
public enum FacetKind
{
    /// <summary>The outlet.</summary>
    Outlet,

    /// <summary>The script.</summary>
    Script,

    /// <summary>The author, as the article names them.</summary>
    Author,

    /// <summary>The year of publication (UTC).</summary>
    Year,

    /// <summary>The month of publication (UTC).</summary>
    Month,
}
