namespace SearchIndex.News.Ingest;

/// <summary>What stands before the body of a file.</summary>
internal sealed record ArticleHead
{
    internal required FrontMatter FrontMatter { get; init; }

    /// <summary>Gets the number of the comment <c>&lt;!--milliseconds--&gt;</c>, or null when there is none or it says NaN.</summary>
    internal long? EpochMilliseconds { get; init; }

    internal string? LinkTitle { get; init; }

    internal string? LinkUrl { get; init; }

    /// <summary>Gets where the body begins.</summary>
    internal required int BodyStart { get; init; }

    /// <summary>Gets whether the text ends so soon after the head that more of the file may tell more.</summary>
    internal required bool IsOpen { get; init; }

    /// <summary>Gets the URL as the file gives it: that of the front matter if it is a web address, else that of the link.</summary>
    internal string? Url => UrlSource == FactSource.HeadLink ? LinkUrl : FrontMatter.From;

    /// <summary>Gets where the URL stands.</summary>
    internal FactSource UrlSource =>
        CanonicalUrl.HostOf(FrontMatter.From) is not null ? FactSource.FrontMatter
        : LinkUrl is not null ? FactSource.HeadLink
        : FrontMatter.From is not null ? FactSource.FrontMatter
        : FactSource.None;
}
