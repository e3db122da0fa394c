using System.Buffers;

namespace SearchIndex.News.Ingest;

/// <summary>Reads the files of an article. Any number of threads may call it at the same time.</summary>
public static class ArticleReader
{
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
        var problems = new List<ArticleProblem>();
        foreach (SourceFile file in group.Files)
        {
            Collect(file, group.Identity, articles, problems);
        }

        if (articles.Count == 0)
        {
            return new ArticleReading(null, 0, problems);
        }

        articles.Sort(NewestFirst);
        Article article = articles[0] with { Sources = [.. articles.SelectMany(copy => copy.Sources)] };
        return new ArticleReading(article, articles.Count - 1, problems);
    }

    /// <summary>Reads one file as an article of its own.</summary>
    /// <param name="file">The file.</param>
    /// <returns>The article or the problem; never throws for what the file holds.</returns>
    public static ArticleReading ReadFile(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var articles = new List<Article>(1);
        var problems = new List<ArticleProblem>();
        Collect(file, identity: null, articles, problems);
        return new ArticleReading(articles.Count > 0 ? articles[0] : null, 0, problems);
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

    private static void Collect(SourceFile file, string? identity, List<Article> articles, List<ArticleProblem> problems)
    {
        try
        {
            TextDecoding decoding = ReadText(file);
            if (decoding.Text is null)
            {
                problems.Add(new ArticleProblem(file.RelativePath, decoding.ProblemKind, decoding.Reason));
            }
            else if (ArticleParser.Parse(decoding.Text, file, identity) is { } article)
            {
                articles.Add(article);
            }
            else
            {
                problems.Add(new ArticleProblem(file.RelativePath, ArticleProblemKind.NoContent, "the file has no title and no text"));
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problems.Add(new ArticleProblem(file.RelativePath, ArticleProblemKind.Unreadable, exception.Message));
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // One file of an archive must not end a run over all of them, whatever its bytes make a parser do.
            string reason = $"{exception.GetType().Name}: {exception.Message}";
            problems.Add(new ArticleProblem(file.RelativePath, ArticleProblemKind.Failed, reason));
        }
    }

    private static TextDecoding ReadText(SourceFile file)
    {
        if (file.LengthBytes == 0)
        {
            // Pipes and sockets have no length either; opening one could wait for ever.
            return TextDecoder.Decode([]);
        }

        using FileStream stream = new(file.FullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
        long length = stream.Length;
        if (length > MaxFileBytes)
        {
            string reason = $"files of up to {MaxFileBytes} bytes are read, and this one has {length}";
            return TextDecoding.Problem(ArticleProblemKind.TooLarge, reason);
        }

        byte[] buffer = ArrayPool<byte>.Shared.Rent((int)length);
        try
        {
            int count = stream.ReadAtLeast(buffer.AsSpan(0, (int)length), (int)length, throwOnEndOfStream: false);
            return TextDecoder.Decode(buffer.AsSpan(0, count));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
