namespace SearchIndex.News.Ingest;

/// <summary>Reads the files of an article. Any number of threads may call it at the same time.</summary>
public static class ArticleReader
{
    /// <summary>The version of the rules that make articles of files. Raise it when a file would give another article than before.</summary>
    public const int Version = 2;

    /// <summary>The largest file that is read, in bytes: 64 MB.</summary>
    public const long MaxFileBytes = 64L << 20;

    /// <summary>
    /// Reads all files of a group. The file with the newest date becomes the article (of several, the one with the most text, then the
    /// first by path), and its sources are all files that could be read, that one first. A file with a problem is reported, and the
    /// others serve.
    /// </summary>
    /// <param name="group">The files of one article.</param>
    /// <returns>The article, unless every file has a problem; never throws for what a file holds.</returns>
    public static ArticleReading Read(ArticleGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        var articles = new List<Article>(group.Files.Count);
        var files = new List<FileReading>(group.Files.Count);
        foreach (SourceFile file in group.Files)
        {
            files.Add(Collect(file, group.Identity, articles));
        }

        if (articles.Count == 0)
        {
            return new ArticleReading(null, 0, files);
        }

        articles.Sort(NewestFirst);
        Article article = articles[0] with { Sources = [.. articles.SelectMany(copy => copy.Sources)] };
        return new ArticleReading(article, articles.Count - 1, files);
    }

    /// <summary>Reads one file as an article of its own.</summary>
    /// <param name="file">The file.</param>
    /// <returns>The article or the problem; never throws for what the file holds.</returns>
    public static ArticleReading ReadFile(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var articles = new List<Article>(1);
        FileReading reading = Collect(file, identity: null, articles);
        return new ArticleReading(articles.Count > 0 ? articles[0] : null, 0, [reading]);
    }

    private static int NewestFirst(Article left, Article right)
    {
        int byDate = Nullable.Compare(right.Published, left.Published);
        if (byDate != 0)
        {
            return byDate;
        }

        // Sites publish an article in parts, or archives catch it while it loads, without a new date.
        int byLength = LengthOf(right).CompareTo(LengthOf(left));
        return byLength != 0 ? byLength : string.CompareOrdinal(left.Sources[0], right.Sources[0]);
    }

    private static long LengthOf(Article article)
    {
        long length = 0;
        foreach (string paragraph in article.Paragraphs)
        {
            length += paragraph.Length;
        }

        return length;
    }

    private static FileReading Collect(SourceFile file, string? identity, List<Article> articles)
    {
        ContentHash hash = default;
        try
        {
            (TextDecoding decoding, hash) = ReadText(file);
            if (decoding.Text is null)
            {
                return Problem(decoding.ProblemKind, decoding.Reason);
            }

            if (ArticleParser.Parse(decoding.Text, file, identity, decoding.ByteStart) is not { } article)
            {
                return Problem(ArticleProblemKind.NoContent, "the file has no title and no text");
            }

            articles.Add(article);
            return new FileReading(file, hash, null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Problem(ArticleProblemKind.Unreadable, exception.Message);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // One file of an archive must not end a run over all of them, whatever its bytes make a parser do.
            return Problem(ArticleProblemKind.Failed, $"{exception.GetType().Name}: {exception.Message}");
        }

        FileReading Problem(ArticleProblemKind kind, string reason) => new(file, hash, new ArticleProblem(file.RelativePath, kind, reason));
    }

    private static (TextDecoding Decoding, ContentHash Hash) ReadText(SourceFile file)
    {
        using SourceBytes bytes = SourceBytes.Read(file);
        if (bytes.IsTooLarge)
        {
            string reason = $"files of up to {MaxFileBytes} bytes are read, and this one has {bytes.LengthBytes}";
            return (TextDecoding.Problem(ArticleProblemKind.TooLarge, reason), bytes.Hash);
        }

        return (TextDecoder.Decode(bytes.Span), bytes.Hash);
    }
}
