using System.Text;
using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Index;
using SearchIndex.News.Query;

namespace SearchIndex.News.Suggestions;

/// <summary>The outlets and the authors of an index, from its columns.</summary>
internal static class ColumnEntries
{
    private const int MaxAuthors = 20_000;

    /// <summary>Adds the entries.</summary>
    public static void AddTo(EntrySet entries, IndexSnapshot snapshot)
    {
        foreach (OutletCount outlet in snapshot.Stats.Outlets)
        {
            entries.Add(new SuggestionEntry(outlet.Name, SuggestionKind.Outlet, outlet.Articles, titles: 0));
            entries.Add(new SuggestionEntry(outlet.Id, SuggestionKind.Outlet, outlet.Articles, titles: 0));
        }

        IEnumerable<KeyValuePair<string, int>> authors = CountsOf(snapshot.Reader, ArticleSchema.AuthorName)
            .OrderByDescending(author => author.Value)
            .Take(MaxAuthors);
        foreach ((string author, int articles) in authors)
        {
            entries.Add(new SuggestionEntry(author, SuggestionKind.Author, articles, titles: 0));
        }
    }

    private static Dictionary<string, int> CountsOf(DirectoryReader reader, string field)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (LeafReaderContext leaf in reader.Leaves)
        {
            if (leaf.Reader.GetSortedDocValues(field) is not { } column)
            {
                continue;
            }

            var articles = new int[column.ValueCount];
            for (int doc = column.NextDoc(); doc != DocIdSetIterator.NoMoreDocs; doc = column.NextDoc())
            {
                articles[column.OrdValue] += leaf.Reader.LiveDocs is { } live && !live[doc] ? 0 : 1;
            }

            for (int ord = 0; ord < articles.Length; ord++)
            {
                string value = Encoding.UTF8.GetString(column.LookupOrd(ord));
                counts[value] = counts.GetValueOrDefault(value) + articles[ord];
            }
        }

        return counts;
    }
}
