using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Highlight;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Search;
using SearchIndex.Engine.Tests.Search.Support;

namespace SearchIndex.Engine.Tests.Search;

/// <summary>
/// Compares documents, frequencies and marks of made-up proximity queries with those of <see cref="ProximityOracle"/>, over several
/// segments with deleted documents.
/// </summary>
public sealed class RandomProximityTests
{
    private const int QueriesPerArchive = 100;
    private const int DocumentsPerArchive = 30;
    private const float Tolerance = 1e-5f;

    private static readonly string[] Words = ["a", "aa", "ab", "b", "ba", "c", "_"];

    [Fact]
    public void Search_RandomQueries_EqualsBruteForce() => Compare(() => new MemoryCodec(), firstSeed: 0, archives: 20);

    [Fact]
    public void Search_RandomQueriesInFiles_EqualsBruteForce() => Compare(() => Lucene87Codec.Instance, firstSeed: 100, archives: 5);

    private static void Compare(Func<Codec> codec, int firstSeed, int archives)
    {
        for (int seed = firstSeed; seed < firstSeed + archives; seed++)
        {
            var random = new Random(seed);
            using var index = new TestIndex(codec: codec());
            string[] texts = [.. Enumerable.Range(0, DocumentsPerArchive).Select(_ => RandomText(random))];
            int[] deleted = [.. Enumerable.Range(0, texts.Length).Where(_ => random.Next(8) == 0)];
            foreach (string text in texts)
            {
                index.Add(("body", text));
                if (random.Next(10) == 0)
                {
                    index.EndSegment();
                }
            }

            index.Delete(deleted);
            for (int number = 0; number < QueriesPerArchive; number++)
            {
                ProximityQuery query = RandomQuery(random);
                AssertSame(index.Searcher, texts, deleted, query, $"seed {seed}, query {number}: {query}");
            }
        }
    }

    private static void AssertSame(IndexSearcher searcher, string[] texts, int[] deleted, ProximityQuery query, string context)
    {
        ProximityOracle[] oracles = [.. texts.Select(text => new ProximityOracle(query, text))];
        TopDocs found = searcher.Search(query, texts.Length);
        int[] expected = [.. Enumerable.Range(0, texts.Length).Where(doc => oracles[doc].IsMatch && !deleted.Contains(doc))];
        Assert.True(expected.SequenceEqual(found.ScoreDocs.Select(hit => hit.Doc).Order()), context);
        Assert.True(expected.Length == searcher.Count(query), $"count {context}");
        foreach (ScoreDoc hit in found.ScoreDocs)
        {
            Explanation explanation = searcher.Explain(query, hit.Doc);
            Assert.True(explanation.Value == hit.Score, $"explain {context}: {hit}");
            Assert.True(Math.Abs(oracles[hit.Doc].Frequency() - Frequency(explanation)) < Tolerance, $"frequency {context}: {texts[hit.Doc]}");
        }

        var highlighter = new UnifiedHighlighter(query);
        foreach (int doc in Enumerable.Range(0, texts.Length).Where(doc => !deleted.Contains(doc)))
        {
            LeafReaderContext leaf = searcher.Reader.LeafOf(doc);
            bool[] marked = new bool[texts[doc].Length];
            foreach (MatchRange range in highlighter.FindMatches(leaf, doc - leaf.DocBase, "body"))
            {
                Array.Fill(marked, true, range.Start, range.Length);
            }

            Assert.True(oracles[doc].Marked.SequenceEqual(marked), $"marks {context}: {texts[doc]}");
        }
    }

    private static float Frequency(Explanation explanation) =>
        explanation.Description == "freq" ? explanation.Value : explanation.Details.Sum(Frequency);

    private static string RandomText(Random random) =>
        string.Join(' ', Enumerable.Range(0, random.Next(1, 16)).Select(_ => Words[random.Next(Words.Length)]));

    private static ProximityQuery RandomQuery(Random random)
    {
        int count = random.Next(12) switch { 0 => 1, < 6 => 2, < 9 => 3, < 11 => 4, _ => 5 };
        var units = new List<ProximityUnit>();
        while (units.Count < count)
        {
            units.Add(units.Count > 0 && random.Next(5) == 0 ? units[random.Next(units.Count)] : RandomUnit(random));
        }

        int maxGap = random.Next(12) == 0 ? int.MaxValue : random.Next(6);
        return new ProximityQuery(units, maxGap, isOrdered: random.Next(3) == 0);
    }

    private static ProximityUnit RandomUnit(Random random) =>
        new(Enumerable.Range(0, random.Next(3) == 0 ? 2 : 1).Select(_ => WithLongerPhrases(random, RandomForm(random))).ToArray());

    private static ProximityForm WithLongerPhrases(Random random, ProximityForm form) => random.Next(3) > 0
        ? form
        : new ProximityForm(form.Query, form.Length, Enumerable.Range(0, random.Next(1, 4)).Select(_ => new LongerPhrase(RandomForm(random).Query, random.Next(3))));

    private static ProximityForm RandomForm(Random random)
    {
        int longer = random.Next(4) == 0 ? random.Next(1, 3) : 0;
        Term first = RandomTerm(random);
        Term second = RandomTerm(random);
        int distance = random.Next(1, 3);
        PrefixMarks marks = random.Next(2) == 0 ? PrefixMarks.PrefixOnly : PrefixMarks.WholeTerm;
        return random.Next(6) switch
        {
            0 => new ProximityForm(new PrefixQuery(new Term("body", first.Text[..1])) { Marks = marks }, 1 + longer),
            1 => new ProximityForm(new PhraseQuery([first, second], [longer, longer + distance]), 1 + distance + longer),
            2 => new ProximityForm(
                new PhrasePrefixQuery(
                [
                    new PhrasePart(new Term("body", first.Text[..1]), 1, IsPrefix: true),
                    new PhrasePart(second, 1 + distance, IsPrefix: random.Next(2) == 0),
                ]),
                1 + distance + longer),
            _ => new ProximityForm(new TermQuery(first), longer == 0 ? null : 1 + longer),
        };
    }

    // The last of the words is no word.
    private static Term RandomTerm(Random random) => new("body", Words[random.Next(Words.Length - 1)]);
}
