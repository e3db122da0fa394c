using SearchIndex.News.Query;
using SearchIndex.News.Query.Export;
using SearchIndex.News.Query.Facets;
using SearchIndex.News.Query.Paging;

namespace SearchIndex.News.Tests.Query.BruteForce;

/// <summary>
/// Compares totals, exports, pages (by number and by cursor, to the last), versions and facets with a program that reads every article and
/// looks for the text in it, and that puts versions together by going through the whole list.
/// </summary>
/// <param name="articles">The articles.</param>
/// <param name="searcher">Their index.</param>
/// <param name="groups">Which of them are versions of each other.</param>
/// <param name="seed">The seed of the questions.</param>
internal sealed class BruteForceCheck(PlainArticle[] articles, NewsSearcher searcher, VersionGroups groups, int seed)
{
    private readonly Random _random = new(seed);
    private readonly List<string> _problems = [];
    private string _about = string.Empty;

    /// <summary>Gets how many articles the questions found in all.</summary>
    public int Found { get; private set; }

    /// <summary>Gets how many pages were read.</summary>
    public int Pages { get; private set; }

    /// <summary>Gets how many of them lay behind a cursor.</summary>
    public int CursorPages { get; private set; }

    /// <summary>Gets how many counts of facets were compared.</summary>
    public int FacetCounts { get; private set; }

    /// <summary>Gets what differs.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Asks a number of random questions.</summary>
    /// <param name="questions">How many.</param>
    /// <param name="maxWalked">The longest list of hits that is read page by page to its end.</param>
    public void Run(int questions, int maxWalked)
    {
        for (int round = 0; round < questions; round++)
        {
            var query = PlainQuery.Random(_random, articles);
            _about = $"seed {seed}, question {round}: {query}";
            PlainArticle[] withText = [.. articles.AsParallel().AsOrdered().Where(query.HasText)];
            PlainArticle[] expected = [.. withText.Where(article => query.Passes(article))];
            Found += expected.Length;
            string[] ordered = CompareExports(query, expected);
            SearchPage page = searcher.Search(query.Request with { Facets = Enum.GetValues<FacetKind>() });
            CompareFacets(page, query, withText);
            if (expected.Length <= maxWalked)
            {
                Walk(query.Request, ordered, expected.Length);
                Walk(query.Request with { Collapse = true }, Collapsed(ordered), expected.Length);
            }
        }
    }

    /// <summary>Compares both exports and returns the ids of all articles in the order of the hits.</summary>
    private string[] CompareExports(PlainQuery query, PlainArticle[] expected)
    {
        ExportedArticle[] exported = [.. searcher.Export(query.Request)];
        string[] ids = [.. exported.Select(article => article.Id)];
        Expect(ids.Order(StringComparer.Ordinal).SequenceEqual(expected.Select(article => article.Id).Order(StringComparer.Ordinal)), "the export is another set");
        Expect(IsOrdered(query.Request.Sort, [.. exported.Select(article => article.Published)]), "the export is in another order");
        string[] collapsed = [.. searcher.Export(query.Request with { Collapse = true }).Select(article => article.Id)];
        Expect(collapsed.SequenceEqual(Collapsed(ids)), "the collapsed export differs");
        return ids;
    }

    /// <summary>The order by date has those without one last.</summary>
    private static bool IsOrdered(SortOrder sort, DateTimeOffset?[] dates)
    {
        int sign = sort == SortOrder.Newest ? 1 : -1;
        return sort is SortOrder.Relevance or SortOrder.Fresh || dates.Zip(dates.Skip(1)).All(pair =>
            pair.Second is null || (pair.First is not null && sign * pair.First.Value.CompareTo(pair.Second.Value) >= 0));
    }

    private string[] Collapsed(string[] ordered) => [.. ordered.DistinctBy(groups.Of)];

    private void Walk(SearchRequest request, string[] expected, int articlesFound)
    {
        var ids = new List<string>();
        int versions = 0;
        SearchCursor? after = null;
        int size = _random.Next(20, SearchRequest.MaxSize + 1);
        for (int number = 1; ; number++)
        {
            bool isNumbered = after is null || (number * size <= SearchRequest.MaxDepth && _random.Next(4) != 0);
            SearchPage page = searcher.Search(isNumbered ? request with { Page = number, Size = size } : request with { After = after, Size = size });
            Pages++;
            CursorPages += isNumbered ? 0 : 1;
            Expect(page.Total.Value == expected.Length && page.Articles == articlesFound, $"page {number} has the totals {page.Total.Value} and {page.Articles}");
            Expect(page.Page == number && page.First == ids.Count + 1, $"page {number} calls itself {page.Page} and begins at {page.First}");
            ids.AddRange(page.Hits.Select(hit => hit.Id));
            versions += page.Hits.Sum(hit => hit.VersionCount);
            Expect(page.Hits.All(hit => hit.Versions.All(version => groups.Of(version.Id) == groups.Of(hit.Id))), $"page {number} has versions of others");
            after = SearchCursor.TryParse(page.Next);
            if (after is null || page.Hits.Count == 0)
            {
                break;
            }
        }

        Expect(ids.SequenceEqual(expected), $"the pages of {size} give other hits with collapse {request.Collapse}");
        Expect(!request.Collapse || ids.Count + versions == articlesFound, "hits and their versions are not all that was found");
    }

    private void CompareFacets(SearchPage page, PlainQuery query, PlainArticle[] withText)
    {
        foreach (Facet facet in page.Facets)
        {
            PlainArticle[] counted = [.. withText.Where(article => query.Passes(article, without: facet.Kind))];
            Dictionary<string, int> expected = counted
                .Select(article => article.ValueOf(facet.Kind)).OfType<string>()
                .GroupBy(value => value, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
            FacetCounts += facet.Values.Count;
            Expect(facet.Values.Sum(value => value.Count) + facet.Other + facet.Missing == counted.Length, $"facet {facet.Kind} does not add up");
            Expect(facet.Values.All(value => value.Count == expected.GetValueOrDefault(value.Value)), $"facet {facet.Kind} has other counts");
            Expect(facet.Missing == counted.Count(article => article.ValueOf(facet.Kind) is null), $"facet {facet.Kind} misses others");
        }
    }

    private void Expect(bool holds, string problem)
    {
        if (!holds)
        {
            _problems.Add($"{_about}: {problem}");
        }
    }
}
