using SearchIndex.Engine.Search;
using SearchIndex.Engine.Tests.Search.Support;
using Term = SearchIndex.Engine.Index.Term;

namespace SearchIndex.Engine.Tests.Search;

public sealed class CollapsingCollectorTests : IDisposable
{
    private const int Seed = 5;
    private const int Documents = 500;

    private readonly TestIndex _index = new();
    private readonly int[] _groups = new int[Documents];

    public CollapsingCollectorTests()
    {
        var random = new Random(Seed);
        for (int doc = 0; doc < Documents; doc++)
        {
            string body = string.Join(' ', Enumerable.Range(0, 1 + random.Next(8)).Select(_ => random.Next(3) == 0 ? "a" : "b"));
            _index.Add(("body", body), ("n", random.Next(50).ToString(System.Globalization.CultureInfo.InvariantCulture)));
            _groups[doc] = random.Next(3) == 0 ? random.Next(20) : -1;
            if (doc % 120 == 119)
            {
                _index.EndSegment();
            }
        }

        _index.Delete(3, 77, 240);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(false)]
    [InlineData(true)]
    public void Search_Groups_KeepTheFirstOfEach(bool? descending)
    {
        Sort? sort = descending is { } direction ? new Sort("n", direction) : null;
        var query = new TermQuery(new Term("body", "a"));
        var collector = new CollapsingCollector(doc => _groups[doc], Documents, sort);

        _index.Searcher.Search(query, collector);
        TopDocs collapsed = collector.TopDocs();

        TopDocs all = sort is null ? _index.Searcher.Search(query, Documents) : _index.Searcher.Search(query, Documents, sort);
        int[] expected = [.. all.ScoreDocs.Select(hit => hit.Doc).GroupBy(doc => _groups[doc] < 0 ? -1 - doc : _groups[doc]).Select(group => group.First())];
        Assert.Equal(expected, collapsed.ScoreDocs.Select(hit => hit.Doc));
        Assert.Equal((expected.Length, all.ScoreDocs.Count), (collapsed.TotalHits.Value, collector.TotalHits));
        Assert.All(expected, doc => Assert.Equal(
            all.ScoreDocs.Select(hit => hit.Doc).Where(other => other != doc && _groups[doc] >= 0 && _groups[other] == _groups[doc]).Order(),
            collector.VersionsOf(doc)));
    }

    [Fact]
    public void TopDocs_FewerThanGroups_AreTheFirst()
    {
        var query = new TermQuery(new Term("body", "b"));
        var few = new CollapsingCollector(doc => _groups[doc], 7);
        var many = new CollapsingCollector(doc => _groups[doc], Documents);
        _index.Searcher.Search(query, few);
        _index.Searcher.Search(query, many);

        Assert.Equal(many.TopDocs().ScoreDocs.Take(7), few.TopDocs().ScoreDocs);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(null, true)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void SearchAfter_PageByPage_GivesTheWholeList(bool? descending, bool collapses)
    {
        const int PageSize = 9;
        Sort? sort = descending is { } direction ? new Sort("n", direction) : null;
        var query = new TermQuery(new Term("body", "a"));
        TopDocs all = Find(query, Documents, sort, collapses, after: null);

        var pages = new List<ScoreDoc>();
        for (TopDocs page = Find(query, PageSize, sort, collapses, after: null); page.ScoreDocs.Count > 0;)
        {
            Assert.Equal(all.TotalHits, page.TotalHits);
            pages.AddRange(page.ScoreDocs);
            page = Find(query, PageSize, sort, collapses, _index.Searcher.PlaceOf(pages[^1], sort));
        }

        Assert.True(pages.Count > 3 * PageSize);
        Assert.Equal(all.ScoreDocs, pages);
    }

    public void Dispose() => _index.Dispose();

    private TopDocs Find(TermQuery query, int count, Sort? sort, bool collapses, HitPlace? after)
    {
        if (collapses)
        {
            var collector = new CollapsingCollector(doc => _groups[doc], count, sort, after);
            _index.Searcher.Search(query, collector);
            return collector.TopDocs();
        }

        return (after, sort) switch
        {
            ({ } place, _) => _index.Searcher.SearchAfter(place, query, count, sort),
            (_, { } order) => _index.Searcher.Search(query, count, order),
            _ => _index.Searcher.Search(query, count),
        };
    }
}
