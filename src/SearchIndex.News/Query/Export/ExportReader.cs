using SearchIndex.Engine.Search;

namespace SearchIndex.News.Query.Export;

/// <summary>Fetches hits that are to be taken away.</summary>
internal static class ExportReader
{
    /// <summary>Fetches a hit.</summary>
    public static ExportedArticle Read(IndexSnapshot snapshot, SearchRequest request, ScoreDoc found, int rank)
    {
        StoredArticle article = snapshot.ReadArticle(found.Doc);
        return new ExportedArticle
        {
            Rank = rank,
            Score = found.Score,
            Id = article.Id,
            Title = article.Title,
            Outlet = new HitOutlet(article.OutletId, article.OutletName),
            Author = article.Author,
            Published = article.Published,
            Script = article.Script,
            Url = article.Url,
            Source = article.Sources[0],
            Query = request.Query,
            IndexVersion = snapshot.Version,
        };
    }
}
