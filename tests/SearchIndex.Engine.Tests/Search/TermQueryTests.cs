using SearchIndex.Engine.Index;
using SearchIndex.Engine.Search;
using SearchIndex.Engine.Tests.Search.Support;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Tests.Search;

public sealed class TermQueryTests
{
    [Fact]
    public void Search_Term_ScoresByTheFormula()
    {
        using TestIndex index = TestIndex.Of("rain rain sun", "sun", "rain wind wind wind wind", "fog fog");

        TopDocs top = index.Searcher.Search(new TermQuery(new Term("body", "rain")), 10);

        // N = 4, n = 2, average length 11 / 4.
        float weight = (float)Math.Log(1 + ((4 - 2 + 0.5) / (2 + 0.5)));
        Assert.Equal(2, top.TotalHits.Value);
        Assert.Equal([0, 2], top.ScoreDocs.Select(hit => hit.Doc));
        Assert.Equal([Bm25(weight, 2, 3, 11f / 4), Bm25(weight, 1, 5, 11f / 4)], top.ScoreDocs.Select(hit => hit.Score));
    }

    [Fact]
    public void Search_SeveralSegments_SumsStatisticsWithDeletedDocuments()
    {
        using var index = new TestIndex();
        index.Add(("body", "rain")).Add(("body", "sun sun")).EndSegment().Add(("body", "fog rain")).Add(("body", "rain")).Delete(3);

        TopDocs top = index.Searcher.Search(new TermQuery(new Term("body", "rain")), 10);

        float weight = (float)Math.Log(1 + ((4 - 3 + 0.5) / (3 + 0.5)));
        Assert.Equal([new ScoreDoc(0, Bm25(weight, 1, 1, 6f / 4)), new ScoreDoc(2, Bm25(weight, 1, 2, 6f / 4))], top.ScoreDocs);
    }

    [Fact]
    public void Search_FieldWithoutNorms_CountsLengthAsOne()
    {
        using var index = new TestIndex();
        index.Add(("key", "x")).Add(("key", "y"));

        TopDocs top = index.Searcher.Search(new TermQuery(new Term("key", "y")), 10);

        float weight = (float)Math.Log(1 + ((2 - 1 + 0.5) / (1 + 0.5)));
        Assert.Equal([new ScoreDoc(1, Bm25(weight, 1, 1, 1))], top.ScoreDocs);
    }

    [Theory]
    [InlineData("body", "snow")]
    [InlineData("other", "rain")]
    public void Search_UnknownTermOrField_FindsNothing(string field, string text)
    {
        using TestIndex index = TestIndex.Of("rain");

        TopDocs top = index.Searcher.Search(new TermQuery(new Term(field, text)), 10);

        Assert.Equal(0, top.TotalHits.Value);
        Assert.Empty(top.ScoreDocs);
        Assert.Equal(0, index.Searcher.Count(new TermQuery(new Term(field, text))));
    }

    [Fact]
    public void Search_EqualScores_GoByDocumentNumber()
    {
        using TestIndex index = TestIndex.Of("sun", "rain", "sun", "sun");

        Assert.Equal([0, 2, 3], index.Find(new TermQuery(new Term("body", "sun"))));
        Assert.Equal([0, 2], index.Find(new TermQuery(new Term("body", "sun")), 2));
    }

    [Fact]
    public void Search_BoostedTerm_MultipliesTheWeight()
    {
        using TestIndex index = TestIndex.Of("rain rain sun", "sun");
        var query = new BoostQuery(new BoostQuery(new TermQuery(new Term("body", "rain")), 1.5f), 3f);

        TopDocs top = index.Searcher.Search(query, 10);

        float weight = 1.5f * 3f * (float)Math.Log(1 + ((2 - 1 + 0.5) / (1 + 0.5)));
        Assert.Equal([new ScoreDoc(0, Bm25(weight, 2, 3, 2))], top.ScoreDocs);
    }

    [Fact]
    public void Count_WithAndWithoutDeletions_CountsLiveDocuments()
    {
        using TestIndex whole = TestIndex.Of("sun", "sun", "rain");
        using TestIndex holed = TestIndex.Of("sun", "sun", "rain").Delete(0);
        var query = new TermQuery(new Term("body", "sun"));

        Assert.Equal(2, whole.Searcher.Count(query));
        Assert.Equal(1, holed.Searcher.Count(query));
    }

    [Fact]
    public void Equals_SameTerm_IsTrue()
    {
        Assert.Equal(new TermQuery(new Term("a", "b")), new TermQuery(new Term("a", "b")));
        Assert.NotEqual(new TermQuery(new Term("a", "b")), new TermQuery(new Term("a", "c")));
        Assert.Equal("a:b", new TermQuery(new Term("a", "b")).ToString());
        Assert.Equal("b", new TermQuery(new Term("a", "b")).ToString("a"));
    }

    private static float Bm25(float weight, float freq, int length, float averageLength)
    {
        float k = 1.2f * ((1f - 0.75f) + (0.75f * SmallFloat.Byte4ToInt(SmallFloat.IntToByte4(length)) / averageLength));
        return weight - (weight / (1f + (freq * (1f / k))));
    }
}
