using SearchIndex.News.Query.Related;

namespace SearchIndex.News.Query;

/// <content>Two articles beside each other.</content>
public sealed partial class NewsSearcher
{
    /// <summary>
    /// Returns two articles with the matches of a search marked, and the passages that both have; null when there is no article of one of
    /// the ids. As in <see cref="FindArticle(string, SearchRequest)"/>, filters, order and page do not count.
    /// </summary>
    /// <param name="id">The id of the one.</param>
    /// <param name="other">The id of the other.</param>
    /// <param name="request">The search.</param>
    public ArticlePair? FindBeside(string id, string other, SearchRequest request)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(other);
        ArgumentNullException.ThrowIfNull(request);
        return WithSnapshot(snapshot =>
        {
            if (ReadArticle(snapshot, id, request) is not { } left || ReadArticle(snapshot, other, request) is not { } right)
            {
                return null;
            }

            (SharedText ofLeft, SharedText ofRight) = SharedPassages.Find(left.Body, right.Body);
            return new ArticlePair(left, right, ofLeft, ofRight);
        });
    }
}
