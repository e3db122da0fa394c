using System.Globalization;
using System.Text;
using SearchIndex.Engine.Analysis.Folding;
using SearchIndex.News.Ingest;
using SearchIndex.News.Query;
using SearchIndex.News.Query.Export;
using SearchIndex.News.Query.Facets;
using SearchIndex.News.Tests.Judge;
using SearchIndex.Testing;

namespace SearchIndex.News.Tests.Query;

/// <summary>
/// Totals, pages, versions, exports and facets against a program that reads every article of the 5,000 news files and looks for the text in it.
/// </summary>
[Collection(KitNewsCollection.Name)]
public sealed class BruteForceTests(KitNewsIndex kit)
{
    private const int Seed = 31;
    private const int Rounds = 200;
    private const int PageSize = 40;

    [SharedFact]
    public void Search_RandomQueriesWithFilters_AgreesWithReadingEverything()
    {
        PlainArticle[] articles = ReadArticles(kit.NewsFolder);
        using NewsSearcher searcher = NewsSearcher.Open(kit.ManySegments);
        var random = new Random(Seed);
        for (int round = 0; round < Rounds; round++)
        {
            PlainQuery query = PlainQuery.Random(random, articles);
            SearchRequest request = query.Request with { Collapse = false, Variants = false, Facets = Enum.GetValues<FacetKind>() };
            PlainArticle[] expected = [.. articles.Where(query.Matches)];
            string about = $"seed {Seed}, round {round}: {query}";

            ExportedArticle[] exported = [.. searcher.Export(request)];
            SearchPage first = searcher.Search(request with { Size = PageSize });
            SearchPage second = searcher.Search(request with { Size = PageSize, Page = 2 });

            AssertSame(expected.Select(article => article.Id).Order(StringComparer.Ordinal), exported.Select(article => article.Id).Order(StringComparer.Ordinal), about);
            Assert.True(first.Total.Value == expected.Length && first.Articles == expected.Length, about);
            AssertSame(exported.Take(2 * PageSize).Select(article => article.Id), first.Hits.Concat(second.Hits).Select(hit => hit.Id), about);
            foreach (Facet facet in first.Facets)
            {
                AssertFacet(facet, query, articles, about);
            }

            AssertVersions(searcher, request, expected, about);
        }
    }

    /// <summary>Collapsed, every article found is a hit or a version of one, and none is both.</summary>
    private static void AssertVersions(NewsSearcher searcher, SearchRequest request, PlainArticle[] expected, string about)
    {
        SearchPage page = searcher.Search(request with { Collapse = true, Size = SearchRequest.MaxSize });
        string[] shown = [.. page.Hits.SelectMany(hit => hit.Versions.Select(version => version.Id).Prepend(hit.Id))];

        Assert.True(page.Articles == expected.Length && shown.Distinct().Count() == shown.Length, about);
        Assert.True(shown.All(id => expected.Any(article => article.Id == id)), about);
        if (page.Total.Value <= SearchRequest.MaxSize)
        {
            Assert.True(page.Hits.Sum(hit => 1 + hit.VersionCount) == expected.Length, about);
        }
    }

    private static void AssertFacet(Facet facet, PlainQuery query, PlainArticle[] articles, string about)
    {
        PlainArticle[] counted = [.. articles.Where(article => query.MatchesWithout(facet.Kind, article))];
        Dictionary<string, int> expected = counted
            .Select(article => article.ValueOf(facet.Kind)).OfType<string>()
            .GroupBy(value => value, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        about = $"{about}, facet {facet.Kind}";

        Assert.True(facet.Values.Sum(value => value.Count) + facet.Other + facet.Missing == counted.Length, about);
        Assert.True(facet.Values.All(value => value.Count == expected.GetValueOrDefault(value.Value)), about);
        Assert.True(facet.Missing == counted.Count(article => article.ValueOf(facet.Kind) is null), about);
    }

    private static void AssertSame(IEnumerable<string> expected, IEnumerable<string> actual, string about)
    {
        string missing = string.Join(' ', expected.Except(actual).Take(3));
        string extra = string.Join(' ', actual.Except(expected).Take(3));
        Assert.True(expected.SequenceEqual(actual), $"{about}; missing {missing}; extra {extra}");
    }

    private static PlainArticle[] ReadArticles(string folder)
    {
        SourceFile[] files = [.. SourceFolder.Enumerate([folder], CancellationToken.None)];
        return [.. ArticleSurvey.Run(files, Environment.ProcessorCount, CancellationToken.None)
            .Select(group => ArticleReader.Read(group).Article).OfType<Article>()
            .Select(article => new PlainArticle(article))];
    }

    /// <summary>An article as the program reads it: folded text without what the search passes over.</summary>
    private sealed class PlainArticle(Article article)
    {
        private readonly string _title = Plain(article.Title);
        private readonly string _body = Plain(string.Join('\n', article.Paragraphs));

        public string Id => article.Id;

        public DateTimeOffset? Published => article.Published;

        public string Body => _body;

        public bool Has(string text) => _title.Contains(text, StringComparison.Ordinal) || _body.Contains(text, StringComparison.Ordinal);

        public string? ValueOf(FacetKind kind) => kind switch
        {
            FacetKind.Outlet => article.Outlet.Id,
            FacetKind.Script => ArticleSchema.ScriptTerm(article.Script),
            FacetKind.Author => string.IsNullOrEmpty(article.Author) ? null : article.Author,
            FacetKind.Year => article.Published?.UtcDateTime.ToString("yyyy", CultureInfo.InvariantCulture),
            _ => article.Published?.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        };

        private static string Plain(string text)
        {
            var plain = new StringBuilder(text.Length);
            foreach (char unit in text)
            {
                bool isPassedOver = "·•‧・･".Contains(unit, StringComparison.Ordinal)
                    || char.GetUnicodeCategory(unit) == UnicodeCategory.Format || unit is >= '\uFE00' and <= '\uFE0F';
                plain.Append(isPassedOver ? string.Empty : CharacterFold.Fold(unit));
            }

            return plain.ToString();
        }
    }

    /// <summary>A random question: texts of Han characters from articles, put together, and filters.</summary>
    private sealed record PlainQuery(SearchRequest Request, string[] Required, string[] Alternatives, string? Excluded)
    {
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
                Sort = (SortOrder)random.Next(3),
            };
            return new PlainQuery(request, required, alternatives, excluded);
        }

        public bool Matches(PlainArticle article) =>
            HasText(article) && Enum.GetValues<FacetKind>().All(kind => Passes(kind, article));

        public bool MatchesWithout(FacetKind facet, PlainArticle article) =>
            HasText(article) && Enum.GetValues<FacetKind>().All(kind => SameFilter(kind, facet) || Passes(kind, article));

        public override string ToString() => $"{Request.Query} {string.Join(',', Request.Outlets)} {string.Join(',', Request.Scripts)} {Request.Sort}";

        private static bool SameFilter(FacetKind left, FacetKind right) =>
            left == right || (left is FacetKind.Year or FacetKind.Month && right is FacetKind.Year or FacetKind.Month);

        private bool HasText(PlainArticle article) =>
            Required.All(article.Has)
            && (Alternatives.Length == 0 || Alternatives.Any(article.Has))
            && (Excluded is null || !article.Has(Excluded))
            && (Request.From is null || article.Published >= Request.From);

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
}
