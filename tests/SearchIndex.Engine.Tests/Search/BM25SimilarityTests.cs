using SearchIndex.Engine.Index;
using SearchIndex.Engine.Search;

namespace SearchIndex.Engine.Tests.Search;

public sealed class BM25SimilarityTests
{
    private static readonly CollectionStatistics Field = new("f", 1000, 800, 80_000, 60_000);

    [Fact]
    public void Scorer_SeveralTerms_SumsTheIdfs()
    {
        SimScorer one = Scorer(1f, 10);
        SimScorer both = new BM25Similarity().Scorer(1f, Field, Statistics(10), Statistics(10));

        Assert.Equal(2 * one.Score(3, 90), both.Score(3, 90));
    }

    [Fact]
    public void Score_MoreFrequentOrShorter_IsNotLess()
    {
        SimScorer scorer = Scorer(2f, 10);
        for (int norm = 1; norm < 256; norm++)
        {
            Assert.True(scorer.Score(1, (byte)norm) <= scorer.Score(1, (byte)(norm - 1)), $"norm {norm}");
            for (int freq = 2; freq < 50; freq++)
            {
                Assert.True(scorer.Score(freq, (byte)norm) >= scorer.Score(freq - 1, (byte)norm), $"norm {norm}, freq {freq}");
            }
        }
    }

    [Fact]
    public void Explain_Score_IsTheSame()
    {
        SimScorer scorer = Scorer(1.5f, 42);

        Explanation explanation = scorer.Explain(2.5f, 77);

        Assert.Equal(scorer.Score(2.5f, 77), explanation.Value);
        Assert.Equal(BM25Similarity.Idf(42, 800), explanation.Details[1].Value);
    }

    [Theory]
    [InlineData(-1f, 0.5f)]
    [InlineData(float.NaN, 0.5f)]
    [InlineData(1f, 1.5f)]
    [InlineData(1f, -0.1f)]
    public void Constructor_UnfitConstants_AreRefused(float k1, float b)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new BM25Similarity(k1, b));
    }

    private static SimScorer Scorer(float boost, long docFreq) => new BM25Similarity().Scorer(boost, Field, Statistics(docFreq));

    private static TermStatistics Statistics(long docFreq) => new(new Term("f", "t"), docFreq, docFreq);
}
