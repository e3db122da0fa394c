using SearchIndex.News.Ingest;
using SearchIndex.News.Query;
using SearchIndex.News.Query.Facets;

namespace SearchIndex.News.Tests.Query.BruteForce;

/// <summary>A random question: texts of Han characters from articles, put together, and filters.</summary>
internal sealed record PlainQuery(SearchRequest Request, string[] Required, string[] Alternatives, string? Excluded)
{
    /// <summary>Makes a question.</summary>
    public static PlainQuery Random(Random random, PlainArticle[] articles)
    {
        string[] required = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Text(random, articles))];
        string[] alternatives = random.Next(3) == 0 ? [Text(random, articles), Text(random, articles)] : [];
        string? excluded = random.Next(4) == 0 ? Text(random, articles) : null;
        IEnumerable<string> parts = required.Select(Quote);
        parts = alternatives.Length > 0 ? parts.Append($"({string.Join(" OR ", alternatives.Select(Quote))})") : parts;
        parts = excluded is not null ? parts.Append("-" + Quote(excluded)) : parts;
        PlainArticle sample = articles[random.Next(articles.Length)];
        var request = new SearchRequest
        {
            Query = string.Join(' ', parts),
            Outlets = random.Next(3) == 0 ? [sample.ValueOf(FacetKind.Outlet)!, articles[random.Next(articles.Length)].ValueOf(FacetKind.Outlet)!] : [],
            Scripts = random.Next(4) == 0 ? [ArticleScript.Hans, ArticleScript.None] : [],
            Authors = random.Next(8) == 0 && sample.ValueOf(FacetKind.Author) is { } author ? [author] : [],
            Periods = random.Next(4) == 0 && sample.ValueOf(FacetKind.Month) is { } month ? [Period(month), Period(month[..4])] : [],
            From = random.Next(6) == 0 ? new DateTimeOffset(2018, 1, 1, 0, 0, 0, TimeSpan.Zero) : null,
            Sort = (SortOrder)random.Next(4),
            Collapse = false,
            Variants = false,
        };
        return new PlainQuery(request, required, alternatives, excluded);
    }

    /// <summary>Tells whether an article has the texts that are asked for, and lies in the span of dates.</summary>
    public bool HasText(PlainArticle article) =>
        Required.All(article.Has)
        && (Alternatives.Length == 0 || Alternatives.Any(article.Has))
        && (Excluded is null || !article.Has(Excluded))
        && (Request.From is null || article.Published >= Request.From);

    /// <summary>Tells whether an article passes the filters, except those of a facet.</summary>
    public bool Passes(PlainArticle article, FacetKind? without = null) =>
        Enum.GetValues<FacetKind>().All(kind => IsSameFilter(kind, without) || Passes(kind, article));

    /// <inheritdoc/>
    public override string ToString() => $"{Request.Query} {string.Join(',', Request.Outlets)} {string.Join(',', Request.Scripts)} {Request.Sort}";

    private static bool IsSameFilter(FacetKind left, FacetKind? right) =>
        left == right || (left is FacetKind.Year or FacetKind.Month && right is FacetKind.Year or FacetKind.Month);

    private bool Passes(FacetKind kind, PlainArticle article) => kind switch
    {
        FacetKind.Outlet => Request.Outlets.Count == 0 || Request.Outlets.Contains(article.ValueOf(kind)!),
        FacetKind.Script => Request.Scripts.Count == 0 || Request.Scripts.Select(ArticleSchema.ScriptTerm).Contains(article.ValueOf(kind)),
        FacetKind.Author => Request.Authors.Count == 0 || Request.Authors.Contains(article.ValueOf(kind) ?? string.Empty),
        _ => Request.Periods.Count == 0 || Request.Periods.Any(period => article.Published >= period.Start && article.Published < period.End),
    };

    private static string Quote(string text) => $"“{text}”";

    private static DateBound Period(string text) => DateBound.TryParse(text, out DateBound bound) ? bound : throw new ArgumentException(text, nameof(text));

    /// <summary>Takes two to four Han characters that stand together in an article.</summary>
    private static string Text(Random random, PlainArticle[] articles)
    {
        while (true)
        {
            string body = articles[random.Next(articles.Length)].Body;
            int length = random.Next(2, 5);
            int start = random.Next(Math.Max(1, body.Length - length));
            string text = body.Substring(start, Math.Min(length, body.Length - start));
            if (text.Length == length && text.All(unit => unit is >= '\u4E00' and <= '\u9FFF'))
            {
                return text;
            }
        }
    }
}
