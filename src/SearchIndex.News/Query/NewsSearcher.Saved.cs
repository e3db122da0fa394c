using SearchIndex.Engine.Index;
using SearchIndex.Engine.Util;
using SearchIndex.News.Query.Saved;
using SearchIndex.News.Variants;

namespace SearchIndex.News.Query;

/// <content>Runs saved queries, also with variants that are not in use yet.</content>
public sealed partial class NewsSearcher
{
    // Only how many there are is wanted, or the plan.
    private static readonly HitSlice FirstHit = new(Skipped: 0, Depth: 1);

    /// <summary>Runs saved queries over one commit.</summary>
    /// <param name="queries">The queries.</param>
    /// <param name="newest">Returns the articles that were last seen, when it is shown the commit.</param>
    /// <param name="cancellation">Stops the searches.</param>
    internal IReadOnlyList<SavedQueryNews> RunSaved(
        IEnumerable<SavedQuery> queries,
        Func<DirectoryReader, IReadOnlyList<(ulong Id, DateTimeOffset FirstSeen)>> newest,
        CancellationToken cancellation) => WithSnapshot(snapshot =>
        {
            var finder = new NewArticleFinder(snapshot, newest(snapshot.Reader));
            return queries.Select(query => RunSaved(snapshot, finder, query, cancellation)).ToArray();
        });

    /// <summary>Tells what a query finds with other regional variants than those that it has now.</summary>
    /// <param name="query">The query.</param>
    /// <param name="variants">The other variants.</param>
    /// <param name="maxArticles">How many articles of each list are named.</param>
    /// <param name="cancellation">Stops the searches.</param>
    public VariantEffect TryVariants(SavedQuery query, VariantTable variants, int maxArticles, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(variants);
        ArgumentOutOfRangeException.ThrowIfNegative(maxArticles);
        return WithSnapshot(snapshot =>
        {
            FixedBitSet before = DocumentsOf(snapshot, query.Request, Variants, cancellation);
            FixedBitSet after = DocumentsOf(snapshot, query.Request, variants, cancellation);
            int[] gained = [.. Enumerable.Range(0, after.Length).Where(doc => after[doc] && !before[doc])];
            int[] lost = [.. Enumerable.Range(0, after.Length).Where(doc => before[doc] && !after[doc])];
            return new VariantEffect
            {
                Name = query.Name,
                Before = before.Cardinality(),
                After = after.Cardinality(),
                GainedCount = gained.Length,
                LostCount = lost.Length,
                Gained = [.. gained.Take(maxArticles).Select(doc => TitleOf(snapshot, doc))],
                Lost = [.. lost.Take(maxArticles).Select(doc => TitleOf(snapshot, doc))],
            };
        });
    }

    private FixedBitSet DocumentsOf(IndexSnapshot snapshot, SearchRequest request, VariantTable variants, CancellationToken cancellation)
    {
        var matches = new MatchSetCollector(snapshot.Reader.MaxDoc);
        QueryPlan plan = FindOrRelax(snapshot, request with { Collapse = false }, FirstHit, cancellation, variants).Plan;
        snapshot.Searcher.Search(plan.Ranking, matches, cancellation);
        return matches.Documents;
    }

    private static ArticleTitle TitleOf(IndexSnapshot snapshot, int doc)
    {
        StoredArticle article = snapshot.ReadArticle(doc);
        return new ArticleTitle(article.Id, article.Title);
    }

    private SavedQueryNews RunSaved(IndexSnapshot snapshot, NewArticleFinder finder, SavedQuery query, CancellationToken cancellation)
    {
        SearchRequest request = query.Request with { Collapse = false };
        (QueryPlan plan, FoundArticles found, IReadOnlyList<string> notices) = FindOrRelax(snapshot, request, FirstHit, cancellation);
        return new SavedQueryNews
        {
            Name = query.Name,
            Title = query.Title,
            Query = query.Request.Query,
            Parameters = query.Parameters,
            Articles = found.Articles,
            Notices = notices,
            New = finder.Find(plan, query.Request.Collapse, cancellation),
        };
    }
}
