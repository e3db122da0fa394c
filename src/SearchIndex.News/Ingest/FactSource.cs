namespace SearchIndex.News.Ingest;

/// <summary>Where a fact about an article was found.</summary>
public enum FactSource
{
    /// <summary>Nowhere: the article does not have it.</summary>
    None,

    /// <summary>The front matter of the file.</summary>
    FrontMatter,

    /// <summary>The link with title and address at the head of the file.</summary>
    HeadLink,

    /// <summary>The text: its first heading, a byline, a credit.</summary>
    Text,

    /// <summary>The title of the HTML page, outside of the text.</summary>
    PageTitle,

    /// <summary>The address of the article.</summary>
    Address,

    /// <summary>The name of the file.</summary>
    FileName,
}
