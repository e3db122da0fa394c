namespace SearchIndex.News.Inbox;

/// <summary>
/// A folder of article files that came otherwise, one for each article, named by its id. When a method returns, what it did is on stable
/// storage. Safe for several threads.
/// </summary>
public sealed class ArticleInbox
{
    private const string Extension = ".md";
    private const int IdLength = 16;

    private readonly string _folder;
    private readonly Lock _lock = new();

    /// <summary>Names the folder, and makes it when it is not there.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be made.</exception>
    public ArticleInbox(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        _folder = Path.GetFullPath(folder);
        Directory.CreateDirectory(_folder);
    }

    /// <summary>Tells whether a text can be the id of an article: 16 hexadecimal digits, letters in lower case.</summary>
    public static bool IsId(string? text) => text is { Length: IdLength } && text.All(char.IsAsciiHexDigitLower);

    /// <summary>Keeps articles; each takes the place of the one that the inbox may have.</summary>
    /// <exception cref="IOException">The disk refuses. Some of the articles may be there, each of them whole.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public void Put(IEnumerable<ArticleFile> articles)
    {
        ArgumentNullException.ThrowIfNull(articles);
        lock (_lock)
        {
            foreach (ArticleFile article in articles)
            {
                DurableFile.WriteUnsynced(PathOf(article.Id), article.Bytes.Span);
            }

            DurableFile.SyncFolder(_folder);
        }
    }

    /// <summary>Deletes an article.</summary>
    /// <returns>Whether the inbox had it.</returns>
    /// <exception cref="IOException">The disk refuses.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public bool Delete(string id)
    {
        lock (_lock)
        {
            if (!IsId(id) || !File.Exists(PathOf(id)))
            {
                return false;
            }

            File.Delete(PathOf(id));
            DurableFile.SyncFolder(_folder);
            return true;
        }
    }

    private string PathOf(string id) => Path.Combine(_folder, id + Extension);
}
