using SearchIndex.News.Query;

namespace SearchIndex.News.Tests.Query.Highlights;

/// <summary>Title and body of an article, to look for marks in.</summary>
internal sealed class PlainArticleText(ArticleView article)
{
    private readonly PlainText _title = new(article.Title);
    private readonly PlainText _body = new(article.Body);

    /// <summary>Returns where a pattern stands.</summary>
    public IEnumerable<PlainMatch> FindAll(PlainPattern pattern, bool inTitle) =>
        inTitle ? pattern.FindAll(_title, article.Title) : pattern.FindAll(_body, article.Body);
}
