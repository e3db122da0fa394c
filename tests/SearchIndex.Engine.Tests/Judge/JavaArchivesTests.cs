using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Search;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Tests.Search.Support;
using SearchIndex.Testing;

namespace SearchIndex.Engine.Tests.Judge;

/// <summary>Archives written by Apache Lucene, with deletes, payloads and several segments: both sides are asked the same.</summary>
public sealed class JavaArchivesTests
{
    private const int FirstArchive = 1000;
    private const int Archives = 4;
    private const int QueriesEach = 300;
    private const int MaxHits = 300;

    [JavaLuceneFact]
    public void Search_ArchivesOfJava_EqualsLucene()
    {
        using var folder = new TemporaryFolder();
        var script = new JudgeScript();
        var queries = new List<List<(Query Query, string Form)>>();
        for (int archive = 0; archive < Archives; archive++)
        {
            queries.Add(LuceneAnswers.MakeQueries(new Random(archive), QueriesEach, pointField: "p"));
            string file = folder.Write($"queries-{archive}.txt", string.Join('\n', queries[archive].Select(query => query.Form)));
            script.Add("make", FirstArchive + archive, folder.At($"archive-{archive}"));
            script.Add("query", folder.At($"archive-{archive}"), file, folder.At($"answers-{archive}.txt"), MaxHits);
        }

        string problem = script.Run(folder);

        Assert.Equal(string.Empty, problem);
        var differences = new List<string>();
        for (int archive = 0; archive < Archives; archive++)
        {
            using var directory = new FSDirectory(folder.At($"archive-{archive}"));
            using DirectoryReader reader = DirectoryReader.Open(directory, Lucene87Codec.Instance);
            string[] answers = File.ReadAllLines(folder.At($"answers-{archive}.txt"));
            differences.AddRange(LuceneAnswers.Differences(new IndexSearcher(reader), queries[archive], answers, MaxHits));
        }

        Assert.True(differences.Count == 0, $"{differences.Count} differ, such as\n{string.Join('\n', differences.Take(5))}");
    }
}
