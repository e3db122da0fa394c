using System.Globalization;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Search;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Tests.Search.Support;
using SearchIndex.Testing;

namespace SearchIndex.Engine.Tests.Search;

/// <summary>Compares made-up queries with the answers of Apache Lucene on the same index, down to the bits of the scores.</summary>
public sealed class LuceneJudgeTests
{
    private const int Queries = 1500;
    private const int Documents = 3000;
    private const int MaxHits = 500;

    [JavaLuceneFact]
    public void Search_RandomQueries_EqualsLucene()
    {
        using var folder = new TemporaryFolder();
        var random = new Random(2026);
        string indexFolder = folder.At("index");
        Directory.CreateDirectory(indexFolder);
        using var archive = new RandomArchive(random, Documents, new TestIndex(new FSDirectory(indexFolder), Lucene87Codec.Instance));
        IndexSearcher searcher = archive.Index.Searcher;
        List<(Query Query, string Form)> queries = MakeQueries(random);
        string queriesFile = folder.Write("queries.txt", string.Join('\n', queries.Select(query => query.Form)));

        JudgeResult result = JavaLuceneJudge.RunProgram(
            "RunQueries", indexFolder, queriesFile, folder.At("answers.txt"), MaxHits.ToString(CultureInfo.InvariantCulture));

        Assert.True(result.ExitCode == 0, result.Output);
        string[] answers = File.ReadAllLines(folder.At("answers.txt"));
        var differences = new List<string>();
        for (int number = 0; number < queries.Count; number++)
        {
            string ours = Answer(number + 1, searcher.Search(queries[number].Query, MaxHits));
            if (ours != answers[number])
            {
                differences.Add($"{queries[number].Form}\nLucene {Shortened(answers[number])}\nours   {Shortened(ours)}");
            }
        }

        Assert.True(differences.Count == 0, $"{differences.Count} differ, such as\n{string.Join('\n', differences.Take(5))}");
    }

    private static List<(Query Query, string Form)> MakeQueries(Random random)
    {
        var queries = new List<(Query, string)>();
        while (queries.Count < Queries)
        {
            Query query = random.Next(6) == 0 ? SloppyPhrase(random) : RandomQueries.Tree(random, random.Next(4));
            if (LuceneForm.Of(query) is { } form)
            {
                queries.Add((query, form));
            }
        }

        return queries;
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

    private static string Shortened(string answer) => answer.Length <= 200 ? answer : answer[..200] + "…";
}
