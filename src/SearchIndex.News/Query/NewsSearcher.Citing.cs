using SearchIndex.Engine.Search;
using SearchIndex.News.Query.Export;

namespace SearchIndex.News.Query;

/// <content>Single articles to take away.</content>
public sealed partial class NewsSearcher
{
    /// <summary>Returns an article as it is taken away; null when there is no article of that id.</summary>
    /// <param name="id">The id of the article.</param>
    /// <param name="request">The search that led to it, to be noted with it.</param>
    public ExportedArticle? ExportArticle(string id, SearchRequest request)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(request);
        return WithSnapshot(snapshot => DocumentOf(snapshot, id) is >= 0 and int doc
            ? ExportReader.Read(snapshot, request, new ScoreDoc(doc, 0), rank: 1)
            : null);
    }
}
