namespace SearchIndex.News.Query;

/// <summary>What a part of a query is looked for in.</summary>
public enum QueryField
{
    /// <summary>Title and body.</summary>
    Text,

    /// <summary>The title only.</summary>
    Title,

    /// <summary>The author.</summary>
    Author,

    /// <summary>The outlet, by id or name.</summary>
    Outlet,
}
