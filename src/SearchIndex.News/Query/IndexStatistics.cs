using System.Globalization;
using System.Text;
using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Index;
using SearchIndex.News.Ingest;

namespace SearchIndex.News.Query;

/// <summary>Counts what an index holds, from its columns.</summary>
internal static class IndexStatistics
{
    public static IndexStats Collect(DirectoryReader reader)
    {
        var outlets = new Dictionary<string, (string Name, int Articles)>(StringComparer.Ordinal);
        var scripts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (ArticleScript script in new[] { ArticleScript.Hans, ArticleScript.Hant, ArticleScript.Mixed, ArticleScript.None })
        {
            scripts[ArticleSchema.ScriptTerm(script)] = 0;
        }

        long oldest = long.MaxValue, newest = long.MinValue;
        foreach (LeafReaderContext leaf in reader.Leaves)
        {
            CountOutlets(leaf.Reader, outlets);
            CountValues(leaf.Reader, ArticleSchema.Script, (script, _) => scripts[script] = scripts.GetValueOrDefault(script) + 1);
            foreach (long published in Dates(leaf.Reader))
            {
                oldest = Math.Min(oldest, published);
                newest = Math.Max(newest, published);
            }
        }

        SegmentInfos commit = reader.Commit;
        return new IndexStats
        {
            Articles = reader.NumDocs,
            Segments = commit.Segments.Count,
            SizeBytes = reader.Leaves.Sum(leaf => leaf.Reader.SizeBytes),
            Generation = commit.Generation,
            BuiltAt = commit.UserData.TryGetValue(NewsIndexer.BuiltAtKey, out string? builtAt)
                ? DateTimeOffset.Parse(builtAt, CultureInfo.InvariantCulture) : null,
            Copies = Number(commit, NewsIndexer.CopiesKey),
            Problems = Number(commit, NewsIndexer.ProblemsKey),
            Oldest = oldest <= newest ? DateTimeOffset.FromUnixTimeMilliseconds(oldest) : null,
            Newest = oldest <= newest ? DateTimeOffset.FromUnixTimeMilliseconds(newest) : null,
            Outlets = [.. outlets
                .Select(outlet => new OutletCount(outlet.Key, outlet.Value.Name, outlet.Value.Articles))
                .OrderByDescending(outlet => outlet.Articles).ThenBy(outlet => outlet.Id, StringComparer.Ordinal)],
            Scripts = scripts,
        };
    }

    private static int Number(SegmentInfos commit, string key) =>
        commit.UserData.TryGetValue(key, out string? text) && int.TryParse(text, CultureInfo.InvariantCulture, out int number) ? number : 0;

    private static void CountOutlets(SegmentReader leaf, Dictionary<string, (string Name, int Articles)> outlets) =>
        CountValues(leaf, ArticleSchema.Outlet, (id, docId) =>
        {
            // The name stands in the stored fields; one article of each outlet is enough.
            string name = outlets.TryGetValue(id, out var known) ? known.Name : NameOfOutlet(leaf, docId);
            outlets[id] = (name, known.Articles + 1);
        });

    private static void CountValues(SegmentReader leaf, string field, Action<string, int> count)
    {
        if (leaf.GetSortedDocValues(field) is not { } column)
        {
            return;
        }

        var texts = new string?[column.ValueCount];
        for (int docId = column.NextDoc(); docId != DocIdSetIterator.NoMoreDocs; docId = column.NextDoc())
        {
            if (leaf.LiveDocs is null || leaf.LiveDocs[docId])
            {
                int ord = column.OrdValue;
                count(texts[ord] ??= Encoding.UTF8.GetString(column.LookupOrd(ord)), docId);
            }
        }
    }

    private static IEnumerable<long> Dates(SegmentReader leaf)
    {
        if (leaf.GetNumericDocValues(ArticleSchema.Published) is not { } column)
        {
            yield break;
        }

        for (int docId = column.NextDoc(); docId != DocIdSetIterator.NoMoreDocs; docId = column.NextDoc())
        {
            if (leaf.LiveDocs is null || leaf.LiveDocs[docId])
            {
                yield return column.Value;
            }
        }
    }

    private static string NameOfOutlet(SegmentReader leaf, int docId)
    {
        var article = new StoredArticle();
        leaf.VisitDocument(docId, article);
        return article.OutletName;
    }
}
