namespace SearchIndex.News.Query.Language;

/// <summary>How a text was typed, which says how it must stand in the article.</summary>
public enum TextForm
{
    /// <summary>Without quotes: contiguous when short, else by its words.</summary>
    Plain,

    /// <summary>In quotes: contiguous.</summary>
    Quoted,

    /// <summary>In 《》, the title of a work: contiguous.</summary>
    Work,

    /// <summary>With a star behind: contiguous, and a word of letters at its end may go on.</summary>
    Prefix,

    /// <summary>With an equals sign before: these very characters, without folding of scripts and without variants.</summary>
    Exact,
}
