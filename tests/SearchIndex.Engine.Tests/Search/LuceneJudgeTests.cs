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
        List<(Query Query, string Form)> queries = LuceneAnswers.MakeQueries(random, Queries);
        string queriesFile = folder.Write("queries.txt", string.Join('\n', queries.Select(query => query.Form)));

        JudgeResult result = JavaLuceneJudge.RunProgram(
            "RunQueries", indexFolder, queriesFile, folder.At("answers.txt"), MaxHits.ToString(CultureInfo.InvariantCulture));

        Assert.True(result.ExitCode == 0, result.Output);
        List<string> differences = LuceneAnswers.Differences(searcher, queries, File.ReadAllLines(folder.At("answers.txt")), MaxHits);
        Assert.True(differences.Count == 0, $"{differences.Count} differ, such as\n{string.Join('\n', differences.Take(5))}");
    }
}
