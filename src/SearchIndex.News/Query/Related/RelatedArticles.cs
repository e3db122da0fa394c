namespace SearchIndex.News.Query.Related;

/// <summary>What an archive has around one article.</summary>
/// <param name="Versions">The other versions of it: copies, revisions, the same text in the other script.</param>
/// <param name="SameStory">Articles of other outlets within some days about the same event, the nearest first.</param>
/// <param name="Similar">Other articles on the same subject, the nearest first.</param>
public sealed record RelatedArticles(
    IReadOnlyList<RelatedArticle> Versions, IReadOnlyList<RelatedArticle> SameStory, IReadOnlyList<RelatedArticle> Similar);
