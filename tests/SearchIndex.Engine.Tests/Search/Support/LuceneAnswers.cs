using SearchIndex.Engine.Search;

namespace SearchIndex.Engine.Tests.Search.Support;

/// <summary>Makes up queries that Lucene can be asked as well, and compares its answers with ours down to the bits of the scores.</summary>
internal static class LuceneAnswers
{
    private const int LongestAnswer = 200;

    /// <summary>Returns queries over the words of a <see cref="RandomArchive"/>, each with the form that Java reads.</summary>
    /// <param name="random">Decides.</param>
    /// <param name="count">How many.</param>
    /// <param name="pointField">A field of points with the numbers of the column <c>n</c>, or null for none.</param>
    public static List<(Query Query, string Form)> MakeQueries(Random random, int count, string? pointField = null)
    {
        var queries = new List<(Query, string)>();
        while (queries.Count < count)
        {
            Query query = random.Next(6) == 0 ? SloppyPhrase(random) : RandomQueries.Tree(random, random.Next(4));
            if (pointField is not null && random.Next(5) == 0)
            {
                query = WithPoints(random, query, pointField);
            }

            if (LuceneForm.Of(query) is { } form)
            {
                queries.Add((query, form));
            }
        }

        return queries;
    }

    /// <summary>Lists the queries whose answers differ.</summary>
    public static List<string> Differences(
        IndexSearcher searcher, IReadOnlyList<(Query Query, string Form)> queries, string[] answers, int maxHits)
    {
        var differences = new List<string>();
        for (int number = 0; number < queries.Count; number++)
        {
            string ours = Answer(number + 1, searcher.Search(queries[number].Query, maxHits));
            if (ours != answers[number])
            {
                differences.Add($"{queries[number].Form}\nLucene {Shortened(answers[number])}\nours   {Shortened(ours)}");
            }
        }

        return differences;
    }

    private static Query WithPoints(Random random, Query query, string field)
    {
        Query range = PointRangeQuery.ForInt64(field, random.Next(-6, 6), random.Next(-6, 6));
        return random.Next(4) switch
        {
            0 => range,
            1 => new BooleanQuery.Builder().Add(query, Occur.Must).Add(range, Occur.MustNot).Build(),
            2 => new BooleanQuery.Builder().Add(query, Occur.Should).Add(range, Occur.Should).Build(),
            _ => new BooleanQuery.Builder().Add(query, Occur.Must).Add(range, Occur.Filter).Build(),
        };
    }

    // Repeated terms with a slop go by rules of our own, see SloppyPhraseMatcher.
    private static PhraseQuery SloppyPhrase(Random random)
    {
        PhraseQuery phrase;
        do
        {
            phrase = RandomQueries.Phrase(random, "body", random.Next(2, 5), random.Next(1, 8));
        }
        while (phrase.Terms.Distinct().Count() < phrase.Terms.Count);
        return phrase;
    }

    private static string Answer(int number, TopDocs top)
    {
        IEnumerable<string> hits = top.ScoreDocs.Select(hit => $"{hit.Doc}:{BitConverter.SingleToInt32Bits(hit.Score):x8}");
        return $"{number}\t{top.TotalHits.Value}\t{string.Join(' ', hits)}";
    }

    private static string Shortened(string answer) => answer.Length <= LongestAnswer ? answer : answer[..LongestAnswer] + "…";
}
