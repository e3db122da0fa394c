using System.Globalization;
using SearchIndex.Engine.Analysis.Bigrams;
using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Search;
using SearchIndex.Engine.Tests.Search.Support;

namespace SearchIndex.Engine.Tests.Search;

/// <summary>Phrases with beginnings of terms at any place; those with one at the end are in <see cref="PhraseQueryTests"/>.</summary>
public sealed class PhrasePrefixQueryTests
{
    private const int RandomQueriesPerArchive = 200;

    [Fact]
    public void Search_PrefixesOverPairs_FindsAnyCharacterBetween()
    {
        using var index = new TestIndex(analyzer: new HanBigramAnalyzer());
        index.Add(("body", "外相林芳正访问")).Add(("body", "林正")).Add(("body", "林芳芳正")).Add(("body", "林某正")).EndSegment();
        index.Add(("body", "正芳林")).Add(("body", "林，芳正")).Add(("body", "林 正"));
        var query = new PhrasePrefixQuery([Prefix("林", 0), Prefix("正", 2)]);

        Assert.Equal([0, 3], index.Find(query).Order());
        Assert.Equal("body:\"林* ? 正*\"", query.ToString());
    }

    [Fact]
    public void Search_ThousandsOfTermsInEachSlot_FindsEveryDocument()
    {
        using var index = new TestIndex();
        for (int number = 0; number < 2000; number++)
        {
            string tail = number.ToString("d4", CultureInfo.InvariantCulture);
            index.Add(("body", number % 4 == 0 ? $"b{tail} x a{tail}" : $"a{tail} y b{tail} c"));
            if (number % 700 == 0)
            {
                index.EndSegment();
            }
        }

        var gap = new PhrasePrefixQuery([Prefix("a", 0), Prefix("b", 2)]);
        var withTerm = new PhrasePrefixQuery([Prefix("a", 0), new PhrasePart(new Term("body", "y"), 1), Prefix("b", 2), Prefix("c", 3)]);

        Assert.Equal(1500, index.Searcher.Count(gap));
        Assert.Equal(1500, index.Searcher.Count(withTerm));
        Assert.Equal(0, index.Searcher.Count(new PhrasePrefixQuery([Prefix("b", 0), Prefix("c", 2)])));
        Assert.Equal(0, index.Searcher.Count(new PhrasePrefixQuery([Prefix("a", 0), new PhrasePart(new Term("body", "none"), 1)])));
    }

    [Fact]
    public void Search_RandomParts_FindsWhatMultiPhraseFinds()
    {
        foreach (Codec codec in new Codec[] { new MemoryCodec(), Lucene87Codec.Instance })
        {
            var random = new Random(11);
            using var archive = new RandomArchive(random, 80, new TestIndex(codec: codec));
            for (int number = 0; number < RandomQueriesPerArchive; number++)
            {
                PhrasePart[] parts = RandomParts(random);
                var query = new PhrasePrefixQuery(parts);
                var spelledOut = new MultiPhraseQuery(parts.Select(SpellOut), parts.Select(part => part.Position));

                int[] expected = [.. archive.Index.Find(spelledOut).Order()];
                Assert.True(expected.SequenceEqual(archive.Index.Find(query).Order()), $"query {number}: {query}");
                AssertExplained(archive.Index.Searcher, query);
            }
        }
    }

    [Fact]
    public void Constructor_PartsOutOfOrderOrOfSeveralFields_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => new PhrasePrefixQuery([Prefix("a", 1), Prefix("b", 0)]));
        Assert.Throws<ArgumentException>(() => new PhrasePrefixQuery([Prefix("a", -1)]));
        Assert.Throws<ArgumentException>(() => new PhrasePrefixQuery([Prefix("a", 0), new PhrasePart(new Term("title", "b"), 1)]));
    }

    private static PhrasePart Prefix(string text, int position) => new(new Term("body", text), position, IsPrefix: true);

    private static PhrasePart[] RandomParts(Random random)
    {
        var parts = new List<PhrasePart>();
        int position = random.Next(2);
        int count = random.Next(1, 4);
        while (parts.Count < count)
        {
            string word = RandomArchive.Word(random);
            parts.Add(random.Next(3) switch
            {
                0 => new PhrasePart(new Term("body", word), position),
                1 => Prefix(word[..1], position),
                _ => Prefix(string.Empty, position),
            });
            position += random.Next(1, 3);
        }

        return [.. parts];
    }

    private static IEnumerable<Term> SpellOut(PhrasePart part) => Enumerable.Range(0, 32)
        .Select(word => word.ToString("x2", CultureInfo.InvariantCulture))
        .Where(word => part.IsPrefix ? word.StartsWith(part.Term.Text, StringComparison.Ordinal) : word == part.Term.Text)
        .Select(word => new Term("body", word));

    private static void AssertExplained(IndexSearcher searcher, Query query)
    {
        foreach (ScoreDoc hit in searcher.Search(query, 5).ScoreDocs)
        {
            Assert.Equal(hit.Score, searcher.Explain(query, hit.Doc).Value);
        }
    }
}
