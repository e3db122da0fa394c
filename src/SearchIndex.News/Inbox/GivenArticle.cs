namespace SearchIndex.News.Inbox;

/// <summary>An article as somebody sends it. Either <see cref="Html"/> or <see cref="Text"/> must be there.</summary>
public sealed record GivenArticle
{
    /// <summary>Gets the address of the article: http or https. It tells articles apart, and its host names the outlet.</summary>
    public required string Url { get; init; }

    /// <summary>Gets the title.</summary>
    public required string Title { get; init; }

    /// <summary>Gets the body as HTML. It is read as the HTML of files is: markup, scripts and boilerplate are left out.</summary>
    public string? Html { get; init; }

    /// <summary>Gets the body as plain text; each line is a paragraph.</summary>
    public string? Text { get; init; }

    /// <summary>Gets when it was published, in any of the forms that files may have, such as 2024-03-25T12:45:03Z or 2024-03-25; UTC without an offset.</summary>
    public string? Published { get; init; }

    /// <summary>Gets the name or the id of a known outlet, when the host of the address does not tell it.</summary>
    public string? Outlet { get; init; }

    /// <summary>Gets the author.</summary>
    public string? Author { get; init; }

    /// <summary>Gets the tags.</summary>
    public IReadOnlyList<string>? Tags { get; init; }
}
