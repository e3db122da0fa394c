using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SearchIndex.Benchmarks.Variants;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Store;
using SearchIndex.News;
using SearchIndex.News.Duplicates;
using SearchIndex.Testing;

namespace SearchIndex.Benchmarks;

/// <summary>
/// Which articles are taken for versions of each other? For the pairs in <c>benchmarks/versions/pairs.tsv</c>, which were judged by rule and
/// by eye: how many of those joined are versions (precision), and how many versions are joined (recall), by stratum. Left out: speed.
/// </summary>
internal static class VersionsCommand
{
    private const int HashDigits = 16;

    public static Command Create()
    {
        var archive = new Argument<string>("archive") { Description = "the articles from which the pairs were drawn, a folder or a .tar.gz" };
        var command = new Command("versions", "precision and recall of versions of an article, on judged pairs") { archive };
        command.SetAction(parse => UnpackedArchive.Use(parse.GetValue(archive)!, (_, index) => Measure(index)));
        return command;
    }

    private static int Measure(string index)
    {
        using var directory = new FSDirectory(index);
        using DirectoryReader reader = DirectoryReader.Open(directory, Lucene87Codec.Instance);
        DuplicateGroups groups = SignatureColumn.FindGroups(reader);
        Dictionary<string, int> articles = ArticlesByHash(reader);
        var pairs = new List<(string Stratum, bool IsVersion, bool IsJoined)>();
        int missing = 0;
        foreach (string[] cells in TsvLines.Read(RepositoryFolder.At("benchmarks", "versions", "pairs.tsv")))
        {
            if (articles.TryGetValue(cells[0], out int left) && articles.TryGetValue(cells[1], out int right))
            {
                bool isJoined = groups.GroupOf(left) != DuplicateGroups.None && groups.GroupOf(left) == groups.GroupOf(right);
                pairs.Add((cells[3], cells[2] == "1", isJoined));
            }
            else
            {
                missing++;
            }
        }

        Console.WriteLine($"{reader.NumDocs} articles, {groups.Count} groups of versions; {pairs.Count} judged pairs, {missing} of files that are not there\n");
        Console.WriteLine("stratum\tpairs\tversions\tjoined\trightly\tprecision\trecall");
        foreach (IGrouping<string, (string Stratum, bool IsVersion, bool IsJoined)> stratum in pairs.GroupBy(pair => pair.Stratum))
        {
            Print(stratum.Key, [.. stratum]);
        }

        Print("all", pairs);
        return missing == 0 ? 0 : 1;
    }

    private static Dictionary<string, int> ArticlesByHash(DirectoryReader reader)
    {
        var articles = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int doc = 0; doc < reader.MaxDoc; doc++)
        {
            var article = new StoredArticle();
            reader.VisitDocument(doc, article);
            foreach (string source in article.Sources)
            {
                articles[HashOf(source)] = doc;
            }
        }

        return articles;
    }

    private static string HashOf(string path) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..HashDigits];

    private static void Print(string name, List<(string Stratum, bool IsVersion, bool IsJoined)> pairs)
    {
        int versions = pairs.Count(pair => pair.IsVersion);
        int joined = pairs.Count(pair => pair.IsJoined);
        int rightly = pairs.Count(pair => pair.IsVersion && pair.IsJoined);
        Console.WriteLine($"{name}\t{pairs.Count}\t{versions}\t{joined}\t{rightly}\t{Share(rightly, joined)}\t{Share(rightly, versions)}");
    }

    private static string Share(int part, int whole) =>
        whole == 0 ? "–" : ((double)part / whole).ToString("F3", CultureInfo.InvariantCulture);
}
