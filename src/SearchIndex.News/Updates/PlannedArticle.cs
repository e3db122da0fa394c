using SearchIndex.News.Ingest;

namespace SearchIndex.News.Updates;

/// <summary>An article that has to be read and written.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Group">The files of it.</param>
/// <param name="IsKnown">Whether the index may hold it already.</param>
internal sealed record PlannedArticle(ulong Id, ArticleGroup Group, bool IsKnown);
