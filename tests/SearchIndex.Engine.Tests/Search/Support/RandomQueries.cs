using SearchIndex.Engine.Index;
using SearchIndex.Engine.Search;

namespace SearchIndex.Engine.Tests.Search.Support;

/// <summary>Makes up queries over the words of a <see cref="RandomArchive"/>.</summary>
internal static class RandomQueries
{
    /// <summary>Returns a tree of at most the given depth, without slop.</summary>
    public static Query Tree(Random random, int depth)
    {
        if (depth == 0)
        {
            return Leaf(random);
        }

        return random.Next(10) switch
        {
            0 => new BoostQuery(Tree(random, depth - 1), random.Next(1, 5) * 0.5f),
            1 => new ConstantScoreQuery(Tree(random, depth - 1)),
            2 => new DisjunctionMaxQuery(
                [.. Enumerable.Range(0, random.Next(4)).Select(_ => Tree(random, depth - 1))], random.Next(3) * 0.5f),
            3 => Leaf(random),
            _ => Boolean(random, depth),
        };
    }

    public static Query Leaf(Random random)
    {
        string field = random.Next(3) == 0 ? "title" : "body";
        return random.Next(12) switch
        {
            0 => new PrefixQuery(new Term(field, random.Next(3) == 0 ? string.Empty : "0")),
            1 => new NumericDocValuesRangeQuery("n", random.Next(-6, 6), random.Next(-6, 6)),
            2 => new MatchAllDocsQuery(),
            3 => new MultiPhraseQuery(
                [[new Term(field, RandomArchive.Word(random))], [.. Distinct(random, 3).Select(word => new Term(field, word))]], [0, 1]),
            4 or 5 => Phrase(random, field, random.Next(1, 4), slop: 0),
            6 => new MatchNoDocsQuery(),
            _ => new TermQuery(new Term(field, RandomArchive.Word(random))),
        };
    }

    public static PhraseQuery Phrase(Random random, string field, int terms, int slop)
    {
        var positions = new List<int>();
        for (int index = 0; index < terms; index++)
        {
            positions.Add(index == 0 ? random.Next(2) : positions[^1] + 1 + (random.Next(4) == 0 ? 1 : 0));
        }

        return new PhraseQuery(positions.Select(_ => new Term(field, RandomArchive.Word(random))), positions, slop);
    }

    public static IEnumerable<string> Distinct(Random random, int count) =>
        Enumerable.Range(0, count).Select(_ => RandomArchive.Word(random)).Distinct();

    private static BooleanQuery Boolean(Random random, int depth)
    {
        var builder = new BooleanQuery.Builder();
        int clauses = random.Next(6);
        for (int index = 0; index < clauses; index++)
        {
            Occur occur = random.Next(10) switch { < 5 => Occur.Should, < 8 => Occur.Must, 8 => Occur.Filter, _ => Occur.MustNot };
            builder.Add(Tree(random, depth - 1), occur);
        }

        return builder.SetMinimumShouldMatch(random.Next(3) == 0 ? random.Next(4) : 0).Build();
    }
}
