namespace SearchIndex.News.Query.Language;

/// <summary>What a part of a query is looked for in.</summary>
public enum QueryField
{
    /// <summary>Title and body.</summary>
    Text,

    /// <summary>The title only.</summary>
    Title,

    /// <summary>The body only.</summary>
    Body,

    /// <summary>The author.</summary>
    Author,

    /// <summary>The outlet, by id or name.</summary>
    Outlet,

    /// <summary>The address of the article, by its beginning.</summary>
    Url,

    /// <summary>The script of the article.</summary>
    Script,

    /// <summary>The date of publication.</summary>
    Date,
}
