namespace SearchIndex.News.Ingest;

/// <summary>Where the date of an article was found; the first that exists wins, in this order.</summary>
public enum PublishedEvidence
{
    /// <summary>Nowhere: the article has no date.</summary>
    None,

    /// <summary>A machine-readable stamp at the head of the body (ISO 8601 or RFC 1123).</summary>
    BodyStamp,

    /// <summary>The front matter.</summary>
    FrontMatter,

    /// <summary>The comment with milliseconds since 1970.</summary>
    EpochComment,

    /// <summary>A local form at the head of the body, such as <c>25/03/2024 - 13:42</c>; taken as UTC.</summary>
    LocalForm,

    /// <summary>The date in the file name; taken as midnight UTC.</summary>
    FileName,
}
