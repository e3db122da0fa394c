namespace SearchIndex.News.Ingest;

/// <summary>What became of the files of a group: <c>files = (Article is null ? 0 : 1) + Copies + Problems.Count</c>.</summary>
/// <param name="Article">The article, or null when every file had a problem.</param>
/// <param name="Copies">How many good files were further copies of the article.</param>
/// <param name="Files">Every file of the group, in its order.</param>
public sealed record ArticleReading(Article? Article, int Copies, IReadOnlyList<FileReading> Files)
{
    /// <summary>Gets the files that could not be read.</summary>
    public IReadOnlyList<ArticleProblem> Problems => [.. Files.Where(file => file.Problem is not null).Select(file => file.Problem!)];
}
