namespace SearchIndex.News.Ingest;

/// <summary>What became of the files of a group: <c>files = (Article is null ? 0 : 1) + Copies + Problems.Count</c>.</summary>
/// <param name="Article">The article, or null when every file had a problem.</param>
/// <param name="Copies">How many good files were further copies of the article.</param>
/// <param name="Problems">The files that could not be read.</param>
public sealed record ArticleReading(Article? Article, int Copies, IReadOnlyList<ArticleProblem> Problems);
