using System.Collections.Concurrent;
using SearchIndex.News.Query;
using SearchIndex.News.Variants;

namespace SearchIndex.News.Suggestions;

/// <summary>How many articles of one snapshot a search finds; counted once for each query that is suggested. Safe for several threads.</summary>
internal sealed class ArticleCounts(IndexSnapshot snapshot, VariantTable variants)
{
    /// <summary>The most counts that are kept.</summary>
    private const int MaxKept = 50_000;

    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>Tells whether the counts are those of a snapshot under a table of variants.</summary>
    public bool AreOf(IndexSnapshot other, VariantTable otherVariants) => snapshot == other && variants == otherVariants;

    /// <summary>Returns the number of articles that a query finds as it is typed, versions counted each.</summary>
    public int Of(string query)
    {
        if (_counts.TryGetValue(query, out int known))
        {
            return known;
        }

        int count = Of(new SearchRequest { Query = query }, CancellationToken.None);
        if (_counts.Count < MaxKept)
        {
            _counts[query] = count;
        }

        return count;
    }

    /// <summary>Returns the number of articles that a search finds as it is typed, versions counted each; not kept.</summary>
    public int Of(SearchRequest request, CancellationToken cancellation) =>
        snapshot.Searcher.Count(new QueryPlanner(snapshot.Outlets, request.Variants ? variants : null).Plan(request).Ranking, cancellation);
}
