using System.Globalization;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Search;
using SearchIndex.Engine.Tests.Search.Support;
using Term = SearchIndex.Engine.Index.Term;

namespace SearchIndex.Engine.Tests.Search;

/// <summary>Compares pruned searches with exhaustive ones over segments that are long enough for skip data and several windows.</summary>
public sealed class PrunedSearchTests : IDisposable
{
    private const int Seed = 2024;
    private const int Documents = 24_000;
    private const int SegmentSize = 10_000;
    private const int Words = 300;
    private const int Queries = 250;

    private readonly TestIndex _index = new(codec: Lucene87Codec.Instance);
    private readonly Random _random = new(Seed);

    public PrunedSearchTests()
    {
        for (int doc = 1; doc <= Documents; doc++)
        {
            string outlet = _random.Next(12).ToString(CultureInfo.InvariantCulture);
            string number = _random.Next(1000).ToString(CultureInfo.InvariantCulture);
            _index.Add(("freq", Text()), ("key", outlet), ("n", number));
            if (doc % SegmentSize == 0)
            {
                _index.EndSegment();
            }
        }

        _index.Delete(Enumerable.Range(SegmentSize, SegmentSize).Where(_ => _random.Next(5) == 0));
    }

    [Fact]
    public void Search_Disjunctions_FindsWhatTheExhaustiveSearchFinds() => Compare(() => Disjunction(_random.Next(2, 7)));

    [Fact]
    public void Search_Terms_FindsWhatTheExhaustiveSearchFinds() => Compare(Word);

    [Fact]
    public void Search_FilteredDisjunctions_FindsWhatTheExhaustiveSearchFinds() => Compare(() =>
    {
        var builder = new BooleanQuery.Builder().Add(Disjunction(_random.Next(2, 6)), Occur.Must);
        if (_random.Next(3) > 0)
        {
            builder.Add(Outlet(), Occur.Filter);
        }

        if (_random.Next(2) == 0)
        {
            int from = _random.Next(1000);
            builder.Add(new NumericDocValuesRangeQuery("n", from, from + _random.Next(500)), Occur.Filter);
        }

        if (_random.Next(3) == 0)
        {
            builder.Add(Word(), _random.Next(2) == 0 ? Occur.MustNot : Occur.Filter);
        }

        return builder.Build();
    });

    [Fact]
    public void Search_ThresholdAboveAllMatches_CountsExactly()
    {
        Query query = Disjunction(4);

        TopDocs top = _index.Searcher.Search(query, 10, Documents);

        Assert.True(top.TotalHits.IsExact);
        Assert.Equal(_index.Searcher.Count(query), top.TotalHits.Value);
    }

    [Fact]
    public void Search_RareAndFrequentWords_PassesOverDocuments()
    {
        Query query = new BooleanQuery.Builder().Add(WordOf(0), Occur.Should).Add(WordOf(Words - 1), Occur.Should).Build();

        TopDocs top = _index.Searcher.Search(query, 1, 10);

        Assert.False(top.TotalHits.IsExact);
        Assert.True(top.TotalHits.Value < _index.Searcher.Count(query) / 2);
    }

    public void Dispose() => _index.Dispose();

    private static TermQuery WordOf(int number) => new(new Term("freq", number.ToString(CultureInfo.InvariantCulture)));

    private void Compare(Func<Query> next)
    {
        for (int number = 0; number < Queries; number++)
        {
            Query query = next();
            int count = _random.Next(1, 30);
            TopDocs exact = _index.Searcher.Search(query, count);

            TopDocs pruned = _index.Searcher.Search(query, count, _random.Next(200));

            string context = $"seed {Seed}, query {number}, {count} hits: {query}";
            Assert.True(exact.ScoreDocs.SequenceEqual(pruned.ScoreDocs), context);
            Assert.True(exact.TotalHits.Value == _index.Searcher.Count(query), $"count {context}");
            Assert.True(exact.TotalHits.Value == OneByOne(query), $"one by one {context}");
        }
    }

    // A conjunction of the query with everything takes the way of single documents, without windows or batches.
    private long OneByOne(Query query) =>
        _index.Searcher.Search(new BooleanQuery.Builder().Add(query, Occur.Must).Add(new MatchAllDocsQuery(), Occur.Must).Build(), 1).TotalHits.Value;

    private BooleanQuery Disjunction(int clauses)
    {
        var builder = new BooleanQuery.Builder();
        for (int index = 0; index < clauses; index++)
        {
            builder.Add(_random.Next(4) == 0 ? new BoostQuery(Word(), _random.Next(1, 9) * 0.5f) : Word(), Occur.Should);
        }

        return builder.Build();
    }

    private TermQuery Word() => WordOf(Number());

    private TermQuery Outlet() => new(new Term("key", _random.Next(12).ToString(CultureInfo.InvariantCulture)));

    // Small numbers are frequent.
    private int Number() => (int)(Words * Math.Pow(_random.NextDouble(), 3));

    private string Text() => string.Join(' ', Enumerable.Range(0, _random.Next(1, 40)).Select(_ => Number().ToString(CultureInfo.InvariantCulture)));
}
