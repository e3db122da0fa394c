using System.Globalization;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Store;
using SearchIndex.News.Updates;

namespace SearchIndex.News.Verification;

/// <summary>Compares the files that an index says it was made of with the articles that it holds.</summary>
internal static class ArchiveCheck
{
    /// <summary>So many articles of one kind of difference are named; an index that another program changed may have any number.</summary>
    private const int MostNamed = 20;

    /// <summary>Adds what is to be said of the manifest to the report on the index.</summary>
    public static CheckIndexReport Run(IndexDirectory directory, CheckIndexReport report)
    {
        if (report.Generation == 0)
        {
            return report;
        }

        SegmentInfos commit = SegmentInfos.Read(directory, Lucene87Codec.Instance, report.Generation);
        string[] drifts = [.. report.Drifts, .. Leftovers(directory, commit)];
        if (ManifestFile.NameIn(commit).Length == 0)
        {
            return report with { Drifts = drifts }; // Not made by this program, or by an early version of it: nothing is promised.
        }

        try
        {
            ArchiveManifest manifest = ManifestFile.Load(directory, commit);
            return report.Verdict == CheckVerdict.Corrupt
                ? report with { Drifts = drifts }
                : report with { Drifts = [.. drifts, .. Drifts(manifest, IndexArticles.Count(directory, commit), commit)] };
        }
        catch (RebuildNeededException problem)
        {
            return report with { CommitProblems = [.. report.CommitProblems, problem.Message], Drifts = drifts };
        }
    }

    private static IEnumerable<string> Leftovers(IndexDirectory directory, SegmentInfos commit) => directory.ListAll()
        .Where(name => ManifestFile.IsManifest(name) && name != ManifestFile.NameIn(commit))
        .Select(name => $"{name} is a manifest of no commit");

    private static IEnumerable<string> Drifts(ArchiveManifest manifest, Dictionary<string, int> articles, SegmentInfos commit)
    {
        HashSet<string> promised = [.. manifest.Entries
            .Where(entry => entry.Problem is null)
            .Select(entry => entry.ArticleId.ToString("x16", CultureInfo.InvariantCulture))];
        int nameless = commit.Segments.Sum(segment => segment.NumDocs) - articles.Values.Sum();
        return
        [
            .. Name(promised.Where(id => !articles.ContainsKey(id)), "is in the manifest and not in the index"),
            .. Name(articles.Keys.Where(id => !promised.Contains(id)), "is in the index and not in the manifest"),
            .. Name(articles.Where(article => article.Value > 1).Select(article => article.Key), "is in the index more than once"),
            .. nameless > 0 ? [$"{nameless} documents have no id"] : Array.Empty<string>(),
        ];
    }

    private static IEnumerable<string> Name(IEnumerable<string> ids, string finding)
    {
        string[] sorted = [.. ids.Order(StringComparer.Ordinal)];
        foreach (string id in sorted.Take(MostNamed))
        {
            yield return $"article {id} {finding}";
        }

        if (sorted.Length > MostNamed)
        {
            yield return $"and {sorted.Length - MostNamed} more articles: each {finding}";
        }
    }
}
