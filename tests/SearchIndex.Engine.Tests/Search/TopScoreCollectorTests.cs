using SearchIndex.Engine.Index;
using SearchIndex.Engine.Search;
using SearchIndex.Engine.Tests.Search.Support;

namespace SearchIndex.Engine.Tests.Search;

public sealed class TopScoreCollectorTests
{
    [Fact]
    public void TopDocs_AnyScores_SortsByScoreThenDocument()
    {
        using TestIndex index = TestIndex.Of("a");
        float[] scores = [1f, float.MaxValue, -2f, 0f, 1f, float.Epsilon, -0.5f, 1e10f];
        var collector = new TopScoreCollector(7);
        LeafCollector leaf = collector.GetLeafCollector(new LeafReaderContext(index.Searcher.Reader.Leaves[0].Reader, 0, 100));
        for (int doc = 0; doc < scores.Length; doc++)
        {
            leaf.Collect(doc, scores[doc]);
        }

        TopDocs top = collector.TopDocs();

        Assert.Equal([101, 107, 100, 104, 105, 103, 106], top.ScoreDocs.Select(hit => hit.Doc));
        Assert.Equal(top.ScoreDocs.Select(hit => scores[hit.Doc - 100]), top.ScoreDocs.Select(hit => hit.Score));
        Assert.Equal(8, top.TotalHits.Value);
    }
}
