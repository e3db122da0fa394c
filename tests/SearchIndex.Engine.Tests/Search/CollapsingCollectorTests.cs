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

    public void Dispose() => _index.Dispose();
}
